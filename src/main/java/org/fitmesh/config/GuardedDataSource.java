package org.fitmesh.config;

import java.io.PrintWriter;
import java.lang.System.Logger.Level;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.ConnectionBuilder;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import java.util.Optional;
import java.util.logging.Logger;
import javax.sql.DataSource;

/**
 * The server's pool, which nobody waits for while PostgreSQL is away. Of a pool that the WAR did
 * not bring, connections that are lent are remembered, so that they can be broken off; those of its
 * own are remembered where they are made ({@link FitmeshDataSource}).
 */
public final class GuardedDataSource implements DataSource {
    private static final System.Logger LOG = System.getLogger(GuardedDataSource.class.getName());
    private static final PhysicalConnections LENT = new PhysicalConnections();

    /** More than a pool has: all that it holds may be broken. */
    private static final int TRIES = 64;

    /** Not refused: waited for. */
    private static final long LONG_NANOS = 500_000_000;

    /** For an answer to an empty statement. */
    private static final int PATIENCE_MILLIS = 1_000;

    private static final String IN_FAILED_TRANSACTION = "25P02";
    private static final String UNABLE_TO_CONNECT = "08001";

    /** Payara's connections belong to whoever has them, not to a request. */
    private static final String OF_PAYARA = "com.sun.gjc.";

    private final DataSource pool;
    private final boolean remembers;
    private final DatabaseContact contact = DatabaseContact.ofApplication();

    private GuardedDataSource(DataSource pool, boolean remembers) {
        this.pool = pool;
        this.remembers = remembers;
    }

    /** The WAR's own pool. */
    static GuardedDataSource own(DataSource pool) {
        return new GuardedDataSource(pool, false);
    }

    /** A pool that an administrator has set up. */
    public static GuardedDataSource ofServer(DataSource pool) {
        return new GuardedDataSource(pool, true);
    }

    /**
     * How many connections requests may hold at a time. Whoever would wait for another must not
     * wait in the pool: Payara's, when all are lent, takes one that comes back meanwhile for one
     * that does not fit, closes two and opens others ({@code resizePoolAndGetNewResource}), several
     * times a second under load. The size of a pool that an administrator has set up is not known.
     */
    public int mostForRequests() {
        return remembers ? Integer.MAX_VALUE : DatabasePool.FOR_REQUESTS;
    }

    /**
     * The driver's connection inside one that was lent, which may be used, and kept, beyond the
     * request that it was lent for. Only in connections of the WAR's own pool, and only where the
     * server lets them live on: Open Liberty ends them with the request.
     */
    public Optional<Connection> inside(Connection lent) {
        if (remembers || !lent.getClass().getName().startsWith(OF_PAYARA)) {
            return Optional.empty();
        }
        try {
            return Optional.of(lent.unwrap(OpenPooledConnection.Inside.class).connection());
        } catch (SQLException e) {
            LOG.log(Level.DEBUG, "no connection of the driver inside that of the pool", e);
            return Optional.empty();
        }
    }

    /** Breaks off what waits for an answer of PostgreSQL, in this application. */
    public static void abortAll() {
        LENT.abortAll();
        FitmeshDataSource.abortAll();
    }

    /** Asks the pool for a connection. */
    @FunctionalInterface
    private interface Asking {
        Connection connection() throws SQLException;
    }

    /**
     * Lends a connection. For some minutes after one was found broken it is one that has answered:
     * a restart of PostgreSQL breaks all that the pool holds, and a write that meets such a
     * connection cannot be repeated.
     *
     * @throws java.sql.SQLTransientConnectionException at once while PostgreSQL is away
     */
    @Override
    public Connection getConnection() throws SQLException {
        return lend(pool::getConnection);
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return lend(() -> pool.getConnection(user, password));
    }

    private Connection lend(Asking asking) throws SQLException {
        Connection lent = ask(asking);
        for (int i = 0; i < TRIES && contact.suspectsOthers() && !isAlive(lent); i++) {
            giveBack(lent);
            lent = ask(asking);
        }
        return lent;
    }

    private Connection ask(Asking asking) throws SQLException {
        contact.require();
        long begin = System.nanoTime();
        try {
            Connection connection = asking.connection();
            return remembers ? remembered(connection) : connection;
        } catch (SQLException e) {
            if (System.nanoTime() - begin > LONG_NANOS && isOfConnecting(e)) {
                contact.foundSilent();
            }
            throw e;
        }
    }

    /** And not of a pool that has none left. */
    private static boolean isOfConnecting(SQLException failure) {
        for (Throwable at = failure; at != null; at = at.getCause()) {
            if (at instanceof SQLException cause && UNABLE_TO_CONNECT.equals(cause.getSQLState())) {
                return true;
            }
        }
        return false;
    }

    /** A failure tells the pool, too, that it is to drop the connection. */
    private boolean isAlive(Connection connection) {
        long asked = System.nanoTime();
        try (Statement nothing = connection.createStatement()) {
            int before = connection.getNetworkTimeout();
            connection.setNetworkTimeout(Runnable::run, PATIENCE_MILLIS);
            nothing.execute("");
            connection.setNetworkTimeout(Runnable::run, before);
            contact.foundAnswering();
            return true;
        } catch (SQLException e) {
            if (DatabaseContact.isSilence(e)) {
                contact.foundSilent(asked);
            }
            return IN_FAILED_TRANSACTION.equals(e.getSQLState());
        }
    }

    private static void giveBack(Connection broken) {
        try {
            broken.close();
        } catch (SQLException | RuntimeException e) {
            LOG.log(Level.DEBUG, "a broken connection cannot be given back", e);
        }
    }

    /** Until it is closed. */
    private Connection remembered(Connection lent) throws SQLException {
        LENT.add(lent);
        try {
            // those that were lent may have been broken off a moment ago
            contact.require();
        } catch (SQLException e) {
            LENT.remove(lent);
            giveBack(lent);
            throw e;
        }
        return (Connection)
                Proxy.newProxyInstance(
                        GuardedDataSource.class.getClassLoader(),
                        new Class<?>[] {Connection.class},
                        (proxy, method, arguments) -> {
                            if (method.getName().equals("close")) {
                                LENT.remove(lent);
                            }
                            try {
                                return method.invoke(lent, arguments);
                            } catch (InvocationTargetException e) {
                                throw e.getCause();
                            }
                        });
    }

    @Override
    public ConnectionBuilder createConnectionBuilder() throws SQLException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public PrintWriter getLogWriter() throws SQLException {
        return pool.getLogWriter();
    }

    @Override
    public void setLogWriter(PrintWriter out) throws SQLException {
        pool.setLogWriter(out);
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        pool.setLoginTimeout(seconds);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return pool.getLoginTimeout();
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        return pool.getParentLogger();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return type.isInstance(this) ? type.cast(this) : pool.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return type.isInstance(this) || pool.isWrapperFor(type);
    }
}
