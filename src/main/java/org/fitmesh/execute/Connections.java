package org.fitmesh.execute;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.fitmesh.config.DatabaseContact;
import org.fitmesh.config.FitmeshDatabase;
import org.fitmesh.config.GuardedDataSource;
import org.fitmesh.error.ErrorCode;
import org.fitmesh.error.RequestException;
import org.fitmesh.telemetry.metric.DatabaseMetrics;

/** The connections of requests. */
@ApplicationScoped
class Connections {
    /** As long as the pool itself lets wait. */
    private static final int PATIENCE_SECONDS = 60;

    @Inject @FitmeshDatabase private GuardedDataSource dataSource;

    @Inject private DatabaseMetrics metrics;

    private final DatabaseContact contact = DatabaseContact.ofApplication();
    private Semaphore turns;

    @PostConstruct
    void begin() {
        turns = new Semaphore(dataSource.mostForRequests());
    }

    /** What is done with a connection. */
    @FunctionalInterface
    interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    /**
     * Does something on a connection of the pool.
     *
     * @throws org.fitmesh.error.RequestException postgres-error when there is none
     */
    <T> T use(Work<T> work) {
        long asked = System.nanoTime();
        try {
            takeTurn();
        } catch (SQLException e) {
            metrics.refused();
            metrics.waited(System.nanoTime() - asked);
            throw SqlFailure.connection(e);
        }
        try (Connection connection = take(asked)) {
            return counted(connection, work);
        } catch (SQLException e) {
            throw SqlFailure.connection(e);
        } finally {
            turns.release();
        }
    }

    private void takeTurn() throws SQLException {
        try {
            if (turns.tryAcquire() || turns.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLTransientConnectionException(
                    "interrupted while waiting for a connection", e);
        }
        throw new SQLTransientConnectionException(
                "no connection was free for " + PATIENCE_SECONDS + " s");
    }

    private Connection take(long asked) throws SQLException {
        try {
            return dataSource.getConnection();
        } catch (SQLException e) {
            metrics.refused();
            throw e;
        } finally {
            metrics.waited(System.nanoTime() - asked);
        }
    }

    private <T> T counted(Connection connection, Work<T> work) throws SQLException {
        metrics.taken();
        try {
            return work.on(connection);
        } catch (RequestException e) {
            if (e.code() == ErrorCode.POSTGRES_ERROR) contact.foundBroken();
            throw e;
        } finally {
            metrics.givenBack();
        }
    }
}
