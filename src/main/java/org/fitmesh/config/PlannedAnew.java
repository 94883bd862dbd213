package org.fitmesh.config;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.postgresql.PGStatement;

/**
 * Statements that PostgreSQL plans at each execution.
 *
 * <p>Else a connection keeps the plan that was good at its first executions. One that was made
 * while a table was all but empty reads the whole of it, and goes on doing so while the table
 * grows, until PostgreSQL analyzes it.
 */
public final class PlannedAnew {
    private PlannedAnew() {}

    /**
     * Prepares a statement for its next execution alone, as far as the server is concerned.
     *
     * @throws SQLException when the connection is broken, or not one to PostgreSQL
     */
    public static PreparedStatement prepare(Connection connection, String sql) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        try {
            DriverInterface.call(
                    statement, connection, PGStatement.class, "setPrepareThreshold", int.class, 0);
        } catch (SQLException e) {
            statement.close();
            throw e;
        }
        return statement;
    }
}
