package org.fitmesh.schema.filter;

import org.fitmesh.error.ErrorCode;

/** A boolean expression of the metadata that cannot be understood; the message names the fix. */
public final class FilterException extends Exception {
    private static final long serialVersionUID = 1L;

    private final ErrorCode code;

    public FilterException(String message) {
        this(ErrorCode.PARSE_FAILED, message);
    }

    /**
     * @param code that Hasura has for it where a request says it, not the metadata
     */
    FilterException(ErrorCode code, String message) {
        super(message);
        this.code = code;
    }

    /** The code that Hasura has for it where a request says it, not the metadata. */
    public ErrorCode code() {
        return code;
    }
}
