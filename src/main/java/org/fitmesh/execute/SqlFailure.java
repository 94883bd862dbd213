package org.fitmesh.execute;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.SQLException;
import java.util.Optional;
import org.fitmesh.config.DatabaseContact;
import org.fitmesh.config.ServerError;
import org.fitmesh.error.ErrorCode;
import org.fitmesh.error.ErrorPath;
import org.fitmesh.error.RequestException;

/** Gives PostgreSQL's errors the codes and messages that Hasura gives them. */
final class SqlFailure {
    /** Raised by {@code fitmesh.check_violation}. */
    private static final String PERMISSION_CHECK = "FM001";

    private static final String AWAY =
            "PostgreSQL does not answer; /health/ready tells when it does again";

    private final String state;
    private final String message;
    private final ErrorPath path;

    private SqlFailure(String state, String message, ErrorPath path) {
        this.state = state;
        this.message = message;
        this.path = path;
    }

    /**
     * The failure of a statement.
     *
     * @param path the place that all is reported at but what has to do with the connection or with
     *     other transactions
     */
    static RequestException of(SQLException failure, String statement, ErrorPath path) {
        Optional<ServerError> told = ServerError.of(failure);
        if (told.isEmpty()) {
            return connection(failure);
        }
        ServerError error = told.get();
        return new SqlFailure(error.state(), error.message(), path)
                .classified()
                .withInternal(internal(error, statement))
                .causedBy(failure);
    }

    /** PostgreSQL could not be reached, or went away. */
    static RequestException connection(SQLException failure) {
        RequestException told =
                new RequestException(ErrorCode.POSTGRES_ERROR, "connection error", ErrorPath.ROOT);
        return DatabaseContact.ofApplication().isAway()
                ? told.withHint(AWAY).causedBy(failure)
                : told.causedBy(failure);
    }

    private RequestException classified() {
        return switch (state) {
            case "23001" -> constraint("Can not delete or update due to data being referred. ");
            case "23505" -> constraint("Uniqueness violation. ");
            case "23503" -> constraint("Foreign key violation. ");
            case "23502" -> constraint("Not-NULL violation. ");
            case "23P01" -> constraint("Exclusion violation. ");
            case "23514" ->
                    failure(ErrorCode.PERMISSION_ERROR, "Check constraint violation. " + message);
            case PERMISSION_CHECK -> failure(ErrorCode.PERMISSION_ERROR, message);
            case "42P10" ->
                    failure(
                            ErrorCode.CONSTRAINT_ERROR,
                            "there is no unique or exclusion constraint on target column(s)");
            case "42704" -> failure(ErrorCode.CONSTRAINT_ERROR, message);
            case "22025" -> failure(ErrorCode.BAD_REQUEST, message);
            case "40001" ->
                    atRoot(
                            ErrorCode.CONCURRENT_UPDATE,
                            "serialization failure due to concurrent update");
            case "57014" -> atRoot(ErrorCode.TIMEOUT, message);
            case "53300" -> atRoot(ErrorCode.POSTGRES_MAX_CONNECTIONS_ERROR, message);
            default -> byClass();
        };
    }

    private RequestException byClass() {
        return switch (state.substring(0, 2)) {
            case "22" -> failure(ErrorCode.DATA_EXCEPTION, message);
            case "23" -> constraint("");
            case "40" -> atRoot(ErrorCode.CONCURRENT_UPDATE, message);
            case "08", "57" -> atRoot(ErrorCode.POSTGRES_ERROR, "connection error");
            default -> failure(ErrorCode.UNEXPECTED, "database query error");
        };
    }

    private RequestException constraint(String kind) {
        return failure(ErrorCode.CONSTRAINT_VIOLATION, kind + message);
    }

    private RequestException failure(ErrorCode code, String text) {
        return new RequestException(code, text, path);
    }

    private static RequestException atRoot(ErrorCode code, String text) {
        return new RequestException(code, text, ErrorPath.ROOT);
    }

    /** What Hasura shows to administrators; the statement has no values in it. */
    private static String internal(ServerError server, String statement) {
        ObjectNode error = JsonNodeFactory.instance.objectNode();
        error.put("exec_status", "FatalError");
        error.put("message", server.message());
        error.put("status_code", server.state());
        error.put("description", server.detail());
        error.put("hint", server.hint());
        ObjectNode internal = JsonNodeFactory.instance.objectNode();
        internal.set("error", error);
        internal.put("statement", statement);
        internal.put("prepared", true);
        return internal.toString();
    }
}
