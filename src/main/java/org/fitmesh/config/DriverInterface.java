package org.fitmesh.config;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Wrapper;

/**
 * A method of an interface that only PostgreSQL's driver has. A connection of the server's data
 * source may be made by the server's copy of the driver, whose classes are not those of the WAR's
 * copy though they have the same names.
 */
final class DriverInterface {
    private final Class<?> own;
    private final String name;
    private final Class<?> parameter;

    /** Of the copy of the driver that made the last connection: nearly always the same. */
    private volatile Method known;

    /**
     * A method with one parameter.
     *
     * @param own the interface in the WAR's copy of the driver
     */
    DriverInterface(Class<?> own, String name, Class<?> parameter) {
        this.own = own;
        this.name = name;
        this.parameter = parameter;
    }

    /**
     * Calls it.
     *
     * @param wrapped a connection or a statement, as the pool wraps it
     * @param connection the connection itself, or that of the statement
     * @throws SQLException what the method throws, or when the connection is none of PostgreSQL's
     */
    Object call(Wrapper wrapped, Connection connection, Object argument) throws SQLException {
        Method method = known;
        try {
            if (method == null || !wrapped.isWrapperFor(method.getDeclaringClass())) {
                method = of(connection).getMethod(name, parameter);
                known = method;
            }
            return method.invoke(wrapped.unwrap(method.getDeclaringClass()), argument);
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof SQLException failure
                    ? failure
                    : new SQLException(e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new SQLException("the data source is not one of PostgreSQL's driver", e);
        }
    }

    /** Pools wrap connections, statements and metadata; an array is the driver's own. */
    private Class<?> of(Connection connection) throws SQLException, ClassNotFoundException {
        Array array = connection.createArrayOf("text", new Object[0]);
        try {
            return Class.forName(own.getName(), false, array.getClass().getClassLoader());
        } finally {
            array.free();
        }
    }
}
