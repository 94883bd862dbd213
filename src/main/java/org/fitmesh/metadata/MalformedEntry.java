package org.fitmesh.metadata;

/** A part of the metadata has the wrong form; the message says which key and what it takes. */
final class MalformedEntry extends RuntimeException {
    private static final long serialVersionUID = 1L;

    MalformedEntry(String message) {
        super(message, null, false, false);
    }
}
