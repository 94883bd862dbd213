package org.fitmesh.execute;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.fitmesh.config.DatabaseContact;
import org.fitmesh.config.FitmeshDatabase;
import org.fitmesh.error.ErrorCode;
import org.fitmesh.error.RequestException;
import org.fitmesh.telemetry.metric.DatabaseMetrics;

/** The connections of requests. */
@ApplicationScoped
class Connections {
    @Inject @FitmeshDatabase private DataSource dataSource;

    @Inject private DatabaseMetrics metrics;

    private final DatabaseContact contact = DatabaseContact.ofApplication();

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
        try (Connection connection = take()) {
            return counted(connection, work);
        } catch (SQLException e) {
            throw SqlFailure.connection(e);
        }
    }

    private Connection take() throws SQLException {
        long asked = System.nanoTime();
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
