package org.fitmesh.execute;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.fitmesh.auth.Session;
import org.fitmesh.error.ErrorPath;
import org.fitmesh.telemetry.trace.TraceIds;

/**
 * Tells the database who asks, until the transaction ends: triggers read it, and events carry it.
 * The engine's own statements do so themselves; those of Java code do not.
 */
final class CallerInDatabase {
    private static final ObjectMapper JSON = new ObjectMapper();

    private CallerInDatabase() {}

    static void tell(Connection connection, Session session) throws SQLException {
        String tell = "select set_config('hasura.user', ?, true)";
        try (PreparedStatement statement = connection.prepareStatement(tell)) {
            statement.setString(1, JSON.writeValueAsString(session.variables()));
            statement.execute();
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Tells the database of which trace what follows is a part: events carry it. */
    static void tellTrace(Connection connection, TraceIds trace) {
        String tell = "select set_config('hasura.tracecontext', ?, true)";
        try (PreparedStatement statement = connection.prepareStatement(tell)) {
            statement.setString(1, trace.json());
            statement.execute();
        } catch (SQLException e) {
            throw SqlFailure.of(e, tell, ErrorPath.ROOT);
        }
    }
}
