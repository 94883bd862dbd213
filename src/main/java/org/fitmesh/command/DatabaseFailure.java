package org.fitmesh.command;

import java.sql.SQLException;
import org.fitmesh.error.ErrorCode;
import org.fitmesh.error.ErrorPath;
import org.fitmesh.error.RequestException;

/** What the database says to a command. */
final class DatabaseFailure {
    private static final String READ_ONLY = "25006";
    private static final String LOCK_NOT_AVAILABLE = "55P03";
    private static final String DEADLOCK_DETECTED = "40P01";
    private static final String NOT_PERMITTED = "42501";

    private DatabaseFailure() {}

    /** The database has not been reached yet. */
    static RequestException starting() {
        return new RequestException(ErrorCode.POSTGRES_ERROR, "connection error", ErrorPath.ROOT)
                .withHint("the server is starting and has not reached its database yet");
    }

    /** Somebody else has a lock; nothing was done. */
    static RequestException busy() {
        return new RequestException(
                        ErrorCode.BUSY,
                        "another transaction holds a lock that this command needs",
                        ErrorPath.ROOT)
                .withHint("nothing was changed: try again when it has ended");
    }

    /** The error for a failed statement; the client does not see PostgreSQL's text. */
    static RequestException of(SQLException failure) {
        String state = String.valueOf(state(failure));
        return switch (state) {
            case READ_ONLY ->
                    failed(ErrorCode.POSTGRES_ERROR, "the database is read-only", failure)
                            .withHint("nothing was changed: connect to the primary server");
            case LOCK_NOT_AVAILABLE, DEADLOCK_DETECTED -> busy().causedBy(failure);
            case NOT_PERMITTED ->
                    failed(ErrorCode.POSTGRES_ERROR, "the database user may not do that", failure)
                            .withHint(
                                    "nothing was changed: event triggers need a user that owns the"
                                            + " table, or has the privilege TRIGGER on it");
            default ->
                    state.startsWith("08") || state.startsWith("57") || state.equals("null")
                            ? failed(ErrorCode.POSTGRES_ERROR, "connection error", failure)
                            : failed(ErrorCode.UNEXPECTED, "database query error", failure);
        };
    }

    /** The pool wraps what the driver throws. */
    private static String state(Throwable failure) {
        Throwable at = failure;
        while (at != null) {
            if (at instanceof SQLException sql && sql.getSQLState() != null) {
                return sql.getSQLState();
            }
            at = at.getCause();
        }
        return null;
    }

    private static RequestException failed(ErrorCode code, String message, SQLException cause) {
        return new RequestException(code, message, ErrorPath.ROOT).causedBy(cause);
    }
}
