package org.fitmesh.execute;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.fitmesh.error.ErrorCode;
import org.fitmesh.error.ErrorPath;
import org.fitmesh.error.RequestException;
import org.fitmesh.remote.RemoteReply;

/** Waits for remotes that were asked in the background. */
final class Remotes {
    private Remotes() {}

    /** A remote's reply; the client's timeout bounds the wait. */
    static RemoteReply wait(Future<RemoteReply> reply) {
        try {
            return reply.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failure("interrupted while waiting for a remote").causedBy(e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RequestException known) {
                throw known;
            }
            throw failure("a remote could not be asked").causedBy(e.getCause());
        }
    }

    /** A remote left a field out of its reply. */
    static RequestException missing(String key) {
        return failure("expecting key " + key);
    }

    private static RequestException failure(String message) {
        return new RequestException(ErrorCode.REMOTE_SCHEMA_ERROR, message, ErrorPath.ROOT);
    }
}
