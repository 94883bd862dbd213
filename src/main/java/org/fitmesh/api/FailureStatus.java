package org.fitmesh.api;

import jakarta.servlet.http.HttpServletResponse;
import org.fitmesh.error.ErrorCode;
import org.fitmesh.error.RequestException;

/** The HTTP status of a failure, on the paths that do not answer 200 for all. */
final class FailureStatus {
    private FailureStatus() {}

    /** 500 where the fault is ours or the database's, else 400, as Hasura answers. */
    static int of(RequestException failure) {
        boolean ofServer =
                failure.code() == ErrorCode.POSTGRES_ERROR
                        || (failure.code() == ErrorCode.UNEXPECTED && failure.getCause() != null);
        return ofServer
                ? HttpServletResponse.SC_INTERNAL_SERVER_ERROR
                : HttpServletResponse.SC_BAD_REQUEST;
    }
}
