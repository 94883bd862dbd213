package org.fitmesh.event.delivery;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.fitmesh.config.Notifications;

/**
 * Listens to what the database announces, on a connection of its own out of the pool.
 *
 * <p>PostgreSQL lets transactions that notify commit one after the other, so writers are asked to
 * do so only while somebody sleeps: while nothing comes, this shares a lock that {@code
 * fitmesh.capture_event()} tries to have alone. A writer who got it just before this did announces
 * nothing; it is seen by the look that follows, or, if it commits later, by the next look of the
 * timer.
 */
final class EventListener {
    private static final Logger LOG = System.getLogger(EventListener.class.getName());
    private static final String CHANNEL = "fitmesh_events";

    /** How long stopping may have to wait. */
    private static final Duration WAIT = Duration.ofSeconds(1);

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final long POLL_NANOS = 10_000_000;

    /** After an announcement writers are left alone so long; what they write comes together. */
    private static final Duration GATHER = Duration.ofMillis(50);

    /** Known to {@code fitmesh.capture_event()}. */
    private static final long ASLEEP = 7379557477625587762L;

    private final DataSource database;
    private final Runnable wake;
    private volatile boolean listening;
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

    /** The connection is back within a second; see {@link #awaitEnd}. */
    void stop() {
        stopped = true;
    }

    /** Waits for that: the pool goes with the application. */
    void awaitEnd() {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (listening && end - System.nanoTime() > 0) {
            LockSupport.parkNanos(POLL_NANOS);
        }
    }

    private void listen() {
        listening = true;
        try {
            listenWhileWanted();
        } finally {
            listening = false;
        }
    }

    private void listenWhileWanted() {
        while (!stopped) {
            try (Connection connection = database.getConnection()) {
                listen(connection);
            } catch (SQLException | RuntimeException e) {
                LOG.log(Level.DEBUG, "not listening: {0}", e.getMessage());
            }
            if (!stopped) {
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }

    private void listen(Connection connection) throws SQLException {
        try {
            run(connection, "listen " + CHANNEL);
            // What was announced before.
            wake.run();
            while (!stopped) {
                round(connection);
            }
        } finally {
            // Back in the pool it must neither gather announcements nor keep the lock.
            leave(connection);
        }
    }

    private void round(Connection connection) throws SQLException {
        // A writer holds it for a moment only.
        if (!ask(connection, "select pg_try_advisory_lock_shared(" + ASLEEP + ")")) {
            LockSupport.parkNanos(GATHER.toNanos());
            return;
        }
        wake.run();
        boolean announced = false;
        while (!stopped && !announced) {
            announced = Notifications.await(connection, WAIT);
        }
        ask(connection, "select pg_advisory_unlock_shared(" + ASLEEP + ")");
        wake.run();
        LockSupport.parkNanos(GATHER.toNanos());
    }

    private static void leave(Connection connection) {
        try {
            run(connection, "unlisten " + CHANNEL);
            run(connection, "select pg_advisory_unlock_all()");
        } catch (SQLException e) {
            LOG.log(Level.DEBUG, "the connection is lost, and the lock with it");
        }
    }

    private static boolean ask(Connection connection, String question) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(question)) {
            return answer.next() && answer.getBoolean(1);
        }
    }

    private static void run(Connection connection, String command) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(command);
        }
    }
}
