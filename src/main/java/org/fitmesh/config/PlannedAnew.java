package org.fitmesh.config;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
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
    private static final Logger LOG = System.getLogger(PlannedAnew.class.getName());

    private static final DriverInterface THRESHOLD =
            new DriverInterface(PGStatement.class, "setPrepareThreshold", int.class);

    private PlannedAnew() {}

    /**
     * Prepares a statement for its next execution alone, as far as the server is concerned. Where
     * the pool does not let its driver be asked for that, the statement is one as all others.
     *
     * @throws SQLException when the connection is broken
     */
    public static PreparedStatement prepare(Connection connection, String sql) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        try {
            THRESHOLD.call(statement, connection, 0);
        } catch (SQLException e) {
            LOG.log(Level.DEBUG, "PostgreSQL may keep the plan of a statement", e);
        }
        return statement;
    }
}
