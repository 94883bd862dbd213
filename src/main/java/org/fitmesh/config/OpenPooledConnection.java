package org.fitmesh.config;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;
import org.postgresql.ds.PGPooledConnection;

/**
 * A connection of the pool that shows what is inside. Of others {@link Connection#unwrap} gives one
 * wrapper for another: the pool's own answers with a proxy.
 */
final class OpenPooledConnection extends PGPooledConnection {
    private final Connection driver;

    OpenPooledConnection(Connection driver, boolean autoCommit) {
        super(driver, autoCommit);
        this.driver = driver;
    }

    /**
     * What is inside. It is no {@link Connection} itself, so the pool hands it out as it is.
     *
     * @param connection the driver's own
     */
    record Inside(Connection connection) {}

    /** The usual one, which tells the pool when it broke, but for the one question. */
    @Override
    public Connection getConnection() throws SQLException {
        Connection usual = super.getConnection();
        return (Connection)
                Proxy.newProxyInstance(
                        OpenPooledConnection.class.getClassLoader(),
                        new Class<?>[] {Connection.class, PGConnection.class},
                        (proxy, method, arguments) ->
                                isAskedFor(Inside.class, method, arguments)
                                        ? new Inside(driver)
                                        : call(usual, method, arguments));
    }

    private static boolean isAskedFor(Class<?> type, Method method, Object[] arguments) {
        return method.getName().equals("unwrap") && arguments[0] == type;
    }

    private static Object call(Connection usual, Method method, Object[] arguments)
            throws Throwable {
        try {
            return method.invoke(usual, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
