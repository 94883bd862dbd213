package org.fitmesh.config;

import java.lang.reflect.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.postgresql.PGConnection;

/** Notifications of PostgreSQL, on a connection that has run {@code LISTEN}. */
public final class Notifications {
    private static final DriverInterface GET =
            new DriverInterface(PGConnection.class, "getNotifications", int.class);

    private Notifications() {}

    /**
     * Waits for a notification.
     *
     * @param longest at least a millisecond
     * @return whether there was one; what came until now counts as one
     * @throws SQLException when the connection is broken
     */
    public static boolean await(Connection connection, Duration longest) throws SQLException {
        Object come = GET.call(connection, connection, (int) longest.toMillis());
        return come != null && Array.getLength(come) > 0;
    }
}
