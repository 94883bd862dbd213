package org.fitmesh.config;

import java.lang.reflect.InvocationTargetException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Wrapper;

/**
 * Calls what only PostgreSQL's driver has. A connection of the server's data source may be made by
 * the server's copy of the driver, whose classes are not those of the WAR's copy though they have
 * the same names.
 */
final class DriverInterface {
    private DriverInterface() {}

    /**
     * Calls a method of an interface of the driver.
     *
     * @param wrapped a connection or a statement, as the pool wraps it
     * @param connection the connection itself, or that of the statement
     * @throws SQLException what the method throws, or when the connection is none of PostgreSQL's
     */
    static Object call(
            Wrapper wrapped,
            Connection connection,
            Class<?> type,
            String method,
            Class<?> parameter,
            Object argument)
            throws SQLException {
        Class<?> actual = wrapped.isWrapperFor(type) ? type : foreign(type, connection);
        try {
            return actual.getMethod(method, parameter).invoke(wrapped.unwrap(actual), argument);
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof SQLException failure
                    ? failure
                    : new SQLException(e.getCause());
        } catch (ReflectiveOperationException e) {
            throw notPostgres(e);
        }
    }

    /** Payara's pool hands out the driver's own object for the metadata. */
    private static Class<?> foreign(Class<?> type, Connection connection) throws SQLException {
        ClassLoader loader = connection.getMetaData().getClass().getClassLoader();
        try {
            return Class.forName(type.getName(), false, loader);
        } catch (ClassNotFoundException e) {
            throw notPostgres(e);
        }
    }

    private static SQLException notPostgres(ReflectiveOperationException e) {
        return new SQLException("the data source is not one of PostgreSQL's driver", e);
    }
}
