package org.fitmesh.config;

import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.ConnectionBuilder;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.logging.Logger;
import javax.sql.DataSource;

/**
 * The server's pool, which nobody waits for while PostgreSQL is away. Of a pool that the WAR did
 * not bring, connections that are lent are remembered, so that they can be broken off; those of its
 * own are remembered where they are made ({@link FitmeshDataSource}).
 */
public final class GuardedDataSource implements DataSource {
    private static final PhysicalConnections LENT = new PhysicalConnections();

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

    /** Breaks off what waits for an answer of PostgreSQL, in this application. */
    public static void abortAll() {
        LENT.abortAll();
        FitmeshDataSource.abortAll();
    }

    /**
     * Lends a connection.
     *
     * @throws java.sql.SQLTransientConnectionException at once while PostgreSQL is away
     */
    @Override
    public Connection getConnection() throws SQLException {
        contact.require();
        return remembers ? remembered(pool.getConnection()) : pool.getConnection();
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        contact.require();
        return remembers
                ? remembered(pool.getConnection(user, password))
                : pool.getConnection(user, password);
    }

    /** Until it is closed. */
    private static Connection remembered(Connection lent) {
        LENT.add(lent);
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
