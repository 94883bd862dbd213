package org.fitmesh.schema.table;

/** A function that cannot be tracked, or be a computed field; the message says why. */
final class UnusableFunction extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnusableFunction(String message) {
        super(message);
    }
}
