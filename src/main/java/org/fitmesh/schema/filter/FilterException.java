package org.fitmesh.schema.filter;

/** A boolean expression of the metadata that cannot be understood; the message names the fix. */
public final class FilterException extends Exception {
    private static final long serialVersionUID = 1L;

    public FilterException(String message) {
        super(message);
    }
}
