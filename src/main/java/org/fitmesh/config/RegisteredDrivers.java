package org.fitmesh.config;

import java.sql.SQLException;
import org.postgresql.Driver;

/**
 * The JDBC driver that the JVM has found in this application. {@link java.sql.DriverManager} holds
 * it until the JVM ends, and the application's class loader with it, also when the application is
 * deployed again.
 */
public final class RegisteredDrivers {
    private RegisteredDrivers() {}

    /**
     * Takes it away, if it is the application's and not the server's. No new connection can be made
     * with it afterwards.
     *
     * @throws SQLException never, as far as is known: nobody can forbid it
     */
    public static void remove() throws SQLException {
        // Not DriverManager.getDrivers(): it loads the class of each driver in the caller's loader,
        // which registers one that was not there.
        boolean own = Driver.class.getClassLoader() == RegisteredDrivers.class.getClassLoader();
        if (own && Driver.isRegistered()) {
            Driver.deregister();
        }
    }
}
