package org.fitmesh.api;

import java.util.Set;
import java.util.function.Consumer;
import org.fitmesh.auth.RequestHeaders;
import org.fitmesh.auth.Session;
import org.fitmesh.config.Settings;
import org.fitmesh.error.ErrorCode;
import org.fitmesh.error.ErrorPath;
import org.fitmesh.error.RequestException;

/**
 * Who sent a request, and how.
 *
 * @param session null while it is not known who it is
 * @param requestId of the client ({@code x-request-id}), or a new one
 * @param login makes the container know the caller and these roles of it, for requests that run
 *     Java code
 */
record Caller(
        Session session, RequestHeaders headers, String requestId, Consumer<Set<String>> login) {

    /** One whom the container need not know. */
    Caller(Session session, RequestHeaders headers, String requestId) {
        this(session, headers, requestId, roles -> {});
    }

    /** What a client is told of a fault of ours. */
    RequestException internalError() {
        return new RequestException(ErrorCode.UNEXPECTED, "internal error", ErrorPath.ROOT)
                .withHint("the server's log has it under request id " + requestId);
    }

    /** Whether the caller may read what lies behind an error. */
    boolean seesInternal(Settings.Errors settings) {
        boolean ofAdmin = session != null && session.isAdmin();
        return settings.devMode() || (settings.adminInternalErrors() && ofAdmin);
    }

    /** Whether the caller is an administrator in another role, who may know what the role lacks. */
    boolean seesMissingPermissions(Settings.Errors settings) {
        return settings.devMode() && session.trusted() && !session.isAdmin();
    }
}
