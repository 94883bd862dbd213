package org.fitmesh.config;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/** Notifications of PostgreSQL, on a connection that has run {@code LISTEN}. */
public final class Notifications {
    private Notifications() {}

    /**
     * Waits for a notification.
     *
     * @param longest at least a millisecond
     * @return whether there was one; what came until now counts as one
     * @throws SQLException when the connection is broken
     */
    public static boolean await(Connection connection, Duration longest) throws SQLException {
        PGConnection postgres = connection.unwrap(PGConnection.class);
        PGNotification[] come = postgres.getNotifications((int) longest.toMillis());
        return come != null && come.length > 0;
    }
}
