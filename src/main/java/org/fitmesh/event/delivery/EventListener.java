package org.fitmesh.event.delivery;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.fitmesh.config.Notifications;

/** Listens to what the database announces, on a connection of its own out of the pool. */
final class EventListener {
    private static final Logger LOG = System.getLogger(EventListener.class.getName());
    private static final String CHANNEL = "fitmesh_events";

    /** How long stopping may have to wait. */
    private static final Duration WAIT = Duration.ofSeconds(1);

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final DataSource database;
    private final Runnable wake;
    private volatile boolean stopped;

    EventListener(DataSource database, Runnable wake) {
        this.database = database;
        this.wake = wake;
    }

    /** Listens in a thread of the container until it is stopped. */
    void start(Executor executor) {
        try {
            executor.execute(this::listen);
        } catch (RejectedExecutionException e) {
            LOG.log(Level.WARNING, "nobody listens to other nodes: {0}", e.getMessage());
        }
    }

    void stop() {
        stopped = true;
    }

    private void listen() {
        while (!stopped) {
            try (Connection connection = database.getConnection()) {
                listen(connection);
            } catch (SQLException e) {
                LOG.log(Level.DEBUG, "not listening: {0}", e.getMessage());
            }
            if (!stopped) {
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }

    private void listen(Connection connection) throws SQLException {
        run(connection, "listen " + CHANNEL);
        try {
            // What was announced before.
            wake.run();
            while (!stopped) {
                if (Notifications.await(connection, WAIT)) {
                    wake.run();
                }
            }
        } finally {
            if (stopped) {
                run(connection, "unlisten " + CHANNEL);
            }
        }
    }

    private static void run(Connection connection, String command) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(command);
        }
    }
}
