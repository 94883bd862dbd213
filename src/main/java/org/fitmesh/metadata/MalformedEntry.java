package org.fitmesh.metadata;

import org.fitmesh.metadata.Inconsistency.Cause;

/** A part of the metadata has the wrong form; the message says which key and what it takes. */
final class MalformedEntry extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Cause reason;

    MalformedEntry(String message) {
        this(message, Cause.MALFORMED);
    }

    private MalformedEntry(String message, Cause reason) {
        super(message, null, false, false);
        this.reason = reason;
    }

    /** The part has a form of Hasura's that is not served. */
    static MalformedEntry unserved(String message) {
        return new MalformedEntry(message, Cause.UNSERVED);
    }

    /** Whether it is malformed or not served. */
    Cause reason() {
        return reason;
    }
}
