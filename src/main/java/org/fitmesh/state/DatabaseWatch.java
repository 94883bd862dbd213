package org.fitmesh.state;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.locks.LockSupport;
import org.fitmesh.concurrent.ApplicationThreads;
import org.fitmesh.config.DatabaseContact;
import org.fitmesh.config.FitmeshDatabase;
import org.fitmesh.config.GuardedDataSource;
import org.fitmesh.config.Notifications;
import org.fitmesh.config.Settings;
import org.fitmesh.lifecycle.Stopped;

/**
 * Asks PostgreSQL four times a second whether it is there, on a connection of its own out of the
 * pool. When it is not, requests fail at once instead of waiting; when it is silent, those that
 * wait for it are broken off. With its answers PostgreSQL tells what other nodes have announced.
 */
@ApplicationScoped
public class DatabaseWatch {
    private static final Logger LOG = System.getLogger(DatabaseWatch.class.getName());
    private static final Duration INTERVAL = Duration.ofMillis(250);

    /** As often PostgreSQL must refuse a connection to be away. */
    private static final int TRIES = 3;

    /** A broken connection is not the end: the pool may hold as many that one cause has broken. */
    private static final int BROKEN = 64;

    private static final Duration PATIENCE = Duration.ofSeconds(1);

    /** What was announced came with the last answer. */
    private static final Duration MOMENT = Duration.ofMillis(1);

    private static final long POLL_NANOS = 10_000_000;

    @Inject @FitmeshDatabase private GuardedDataSource dataSource;

    @Resource private ManagedThreadFactory container;

    @Inject private Settings settings;
    @Inject private MetadataWatch metadata;

    private final DatabaseContact contact = DatabaseContact.ofApplication();
    private final RareLog log = new RareLog(LOG);
    private volatile Thread thread;
    private int refused;
    private int broken;
    private volatile boolean stopped;

    /** Begins, in a thread of the container. */
    void start() {
        try {
            new ApplicationThreads(container, "database").execute(this::watch);
        } catch (RejectedExecutionException e) {
            LOG.log(Level.WARNING, "nobody looks whether PostgreSQL answers: {0}", e.getMessage());
        }
    }

    void onStopped(@Observes Stopped event) {
        stop();
    }

    /** Waits a moment for the connection to be back: the pool goes with the application. */
    void stop() {
        stopped = true;
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (thread != null && end - System.nanoTime() > 0) {
            LockSupport.unpark(thread);
            LockSupport.parkNanos(POLL_NANOS);
        }
    }

    private void watch() {
        thread = Thread.currentThread();
        try {
            askWhileWanted();
        } finally {
            thread = null;
        }
    }

    private void askWhileWanted() {
        contact.askFromHere();
        while (!stopped) {
            broken++;
            try (Connection connection = connection()) {
                askAgainAndAgain(connection);
            } catch (SQLException | RuntimeException e) {
                contact.foundBroken();
                if (DatabaseContact.isSilence(e) || isAway()) {
                    lost(e);
                }
            }
            if (isAway()) {
                LockSupport.parkNanos(INTERVAL.toNanos());
            }
        }
    }

    private Connection connection() throws SQLException {
        refused++;
        Connection connection = dataSource.getConnection();
        refused = 0;
        return connection;
    }

    private boolean isAway() {
        return refused >= TRIES || broken >= BROKEN;
    }

    private void askAgainAndAgain(Connection connection) throws SQLException {
        int before = connection.getNetworkTimeout();
        connection.setNetworkTimeout(Runnable::run, (int) settings.database().silence().toMillis());
        run(connection, "listen " + MetadataStore.CHANNEL);
        while (!stopped) {
            run(connection, "select 1");
            found();
            if (Notifications.await(connection, MOMENT)) {
                lookAtMetadata();
            }
            LockSupport.parkNanos(INTERVAL.toNanos());
        }
        run(connection, "unlisten " + MetadataStore.CHANNEL);
        connection.setNetworkTimeout(Runnable::run, before);
    }

    private static void run(Connection connection, String command) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(command);
        }
    }

    /** Aside: this thread must not wait for what is done with them. */
    private void lookAtMetadata() {
        try {
            new ApplicationThreads(container, "metadata").execute(metadata::lookAtAnnouncement);
        } catch (RejectedExecutionException e) {
            LOG.log(Level.DEBUG, "the server is stopping");
        }
    }

    private void found() {
        broken = 0;
        Duration away = contact.since();
        if (contact.found()) {
            log.reset();
            LOG.log(Level.INFO, "PostgreSQL answers again, after {0} s", away.toSeconds());
        }
    }

    private void lost(Exception failure) {
        String reason = String.valueOf(failure.getMessage()).strip();
        if (contact.lost(reason)) {
            GuardedDataSource.abortAll();
        }
        log.warn("PostgreSQL does not answer; requests fail until it does: " + reason);
    }
}
