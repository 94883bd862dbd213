package org.fitmesh.command;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.fitmesh.config.DatabaseContact;

/** The transaction of one request's commands, with a connection of the pool. */
final class CommandTransaction implements AutoCloseable {
    private static final Logger LOG = System.getLogger(CommandTransaction.class.getName());

    /**
     * Changing the triggers of a table waits for transactions on it, and meanwhile others wait for
     * the change: rather give up than let all writes stand.
     */
    private static final String PATIENCE = "set local lock_timeout = '5s'";

    /** More than a pool has: after a restart of PostgreSQL all that it lends may be dead. */
    private static final int ATTEMPTS = 64;

    private final Connection connection;
    private boolean committed;
    private boolean hasRunSql;

    private CommandTransaction(Connection connection) {
        this.connection = connection;
    }

    /**
     * Begins one. A connection that PostgreSQL has ended while it lay in the pool fails with its
     * first statement, before anything was done: another takes its place.
     *
     * @throws SQLException the pool has none, or none that lives
     */
    static CommandTransaction begin(DataSource pool) throws SQLException {
        SQLException last = null;
        for (int i = 0; i < ATTEMPTS; i++) {
            CommandTransaction one = new CommandTransaction(pool.getConnection());
            try {
                one.start();
                return one;
            } catch (SQLException e) {
                last = e;
                DatabaseContact.ofApplication().foundBroken();
                one.close();
            }
        }
        throw last;
    }

    private void start() throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute(PATIENCE);
        }
    }

    Connection connection() {
        return connection;
    }

    /** SQL of the administrator's own has run, which may have set what outlives the transaction. */
    void hasRunSql() {
        hasRunSql = true;
    }

    void commit() throws SQLException {
        connection.commit();
        committed = true;
    }

    /**
     * Takes back what was not committed and gives the connection back. What made it fail is what
     * the client must read, even when the connection is gone too: Payara's pool throws other
     * exceptions than SQLException then.
     */
    @Override
    public void close() {
        try (connection) {
            if (!committed) connection.rollback();
            connection.setAutoCommit(true);
            if (hasRunSql) forgetSettings();
        } catch (SQLException | RuntimeException e) {
            LOG.log(Level.DEBUG, "the connection is lost", e);
        }
    }

    /** Others use the connection after this: with their own role and search path. */
    private void forgetSettings() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("set session authorization default; reset all");
        }
    }
}
