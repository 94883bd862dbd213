package org.fitmesh.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.SQLException;
import java.util.Optional;
import org.fitmesh.config.ServerError;
import org.fitmesh.error.ErrorCode;
import org.fitmesh.error.ErrorPath;
import org.fitmesh.error.RequestException;

/** What PostgreSQL says to SQL of an administrator's own, in Hasura's shape. */
final class SqlRefusal {
    private SqlRefusal() {}

    /** The error for the SQL; when the connection is lost it is that of any command. */
    static RequestException of(SQLException failure, String sql, ErrorPath path) {
        Optional<ServerError> told = ServerError.of(failure);
        if (told.isEmpty() || told.get().state().startsWith("08")) {
            return DatabaseFailure.of(failure);
        }
        ServerError server = told.get();
        ObjectNode internal = Answers.object().put("statement", sql).put("prepared", false);
        internal.putObject("error")
                .put("exec_status", "FatalError")
                .put("hint", server.hint())
                .put("message", server.message())
                .put("status_code", server.state())
                .put("description", server.detail());
        internal.putArray("arguments");
        return new RequestException(ErrorCode.POSTGRES_ERROR, "query execution failed", path)
                .withInternal(internal.toString());
    }
}
