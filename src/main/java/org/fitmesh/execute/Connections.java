package org.fitmesh.execute;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.fitmesh.concurrent.ApplicationTimer;
import org.fitmesh.config.DatabaseContact;
import org.fitmesh.config.FitmeshDatabase;
import org.fitmesh.config.GuardedDataSource;
import org.fitmesh.error.ErrorCode;
import org.fitmesh.error.RequestException;
import org.fitmesh.telemetry.metric.ConnectionMetrics;
import org.fitmesh.telemetry.metric.DatabaseMetrics;

/** The connections of requests. */
@ApplicationScoped
class Connections {
    /** As long as the pool itself lets wait. */
    private static final int PATIENCE_SECONDS = 60;

    @Inject @FitmeshDatabase private GuardedDataSource dataSource;

    @Inject private DatabaseMetrics database;

    @Resource private ManagedThreadFactory container;

    private final DatabaseContact contact = DatabaseContact.ofApplication();
    private Semaphore turns;
    private KeptConnections kept;
    private ConnectionMetrics metrics;

    @PostConstruct
    void begin() {
        metrics = database.ofConnections();
        turns = new Semaphore(dataSource.mostForRequests());
        kept =
                new KeptConnections(
                        dataSource, ApplicationTimer.ofOneThread(container, "connections"));
    }

    @PreDestroy
    void end() {
        kept.end();
    }

    /** What is done with a connection. */
    @FunctionalInterface
    interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    /**
     * Does something on a connection, which work that succeeds leaves as it was.
     *
     * @throws org.fitmesh.error.RequestException postgres-error when there is none
     */
    <T> T use(Work<T> work) {
        long asked = System.nanoTime();
        return inTurn(asked, () -> onKept(asked, work));
    }

    /**
     * Does something in which {@link #enlisted} is used once. It counts as a connection from its
     * begin to its end: the server takes the connection of a transaction back when that is over.
     *
     * @throws org.fitmesh.error.RequestException postgres-error when there is none
     */
    void forTransaction(Runnable transaction) {
        inTurn(
                System.nanoTime(),
                () -> {
                    kept.makeRoom();
                    transaction.run();
                    return null;
                });
    }

    /**
     * Does something on the connection of the server's transaction.
     *
     * @throws org.fitmesh.error.RequestException postgres-error when there is none
     */
    <T> T enlisted(Work<T> work) {
        try (Connection connection = take(System.nanoTime(), dataSource::getConnection)) {
            return counted(connection, work);
        } catch (SQLException e) {
            throw SqlFailure.connection(e);
        }
    }

    private <T> T inTurn(long asked, Supplier<T> work) {
        try {
            takeTurn();
        } catch (SQLException e) {
            metrics.refused();
            metrics.waited(System.nanoTime() - asked);
            throw SqlFailure.connection(e);
        }
        try {
            return work.get();
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

    private <T> T onKept(long asked, Work<T> work) {
        try {
            KeptConnections.Lent connection = take(asked, kept::take);
            boolean works = false;
            try {
                T result = counted(connection.used(), work);
                works = true;
                return result;
            } finally {
                end(connection, works);
            }
        } catch (SQLException e) {
            throw SqlFailure.connection(e);
        }
    }

    private void end(KeptConnections.Lent connection, boolean works) {
        if (works) {
            kept.leave(connection);
        } else {
            kept.giveBack(connection);
        }
    }

    /** Where a connection comes from. */
    @FunctionalInterface
    private interface From<C> {
        C connection() throws SQLException;
    }

    private <C> C take(long asked, From<C> from) throws SQLException {
        try {
            return from.connection();
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
