package org.fitmesh.execute;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.HeuristicMixedException;
import jakarta.transaction.HeuristicRollbackException;
import jakarta.transaction.NotSupportedException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.Status;
import jakarta.transaction.SystemException;
import jakarta.transaction.UserTransaction;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.fitmesh.config.DatabasePool;
import org.fitmesh.error.ErrorPath;
import org.fitmesh.error.RequestException;
import org.fitmesh.event.observe.ChangedRow;
import org.fitmesh.event.observe.EntityChanges;

/**
 * Runs a mutation as a transaction of the server's, so that Java code which observes its changes
 * can take part in it and be called after it.
 */
@ApplicationScoped
class ObservedTransaction {
    private static final Logger LOG = System.getLogger(ObservedTransaction.class.getName());

    @Resource(lookup = DatabasePool.NAME)
    private DataSource dataSource;

    @Resource private UserTransaction transaction;

    @Inject private EntityChanges changes;

    /** What a mutation does with its connection, which is not its own to commit. */
    @FunctionalInterface
    interface Work {
        void on(Connection connection) throws SQLException;
    }

    /** Whether mutations must run here. */
    boolean isNeeded() {
        return changes.observed();
    }

    /**
     * Any failure undoes all of it.
     *
     * @throws RequestException what the work or an observer threw, or what the database said
     */
    void run(Work work) {
        try {
            transaction.begin();
        } catch (NotSupportedException | SystemException e) {
            throw new IllegalStateException("no transaction could be begun", e);
        }
        boolean committed = false;
        try {
            changes.fire(write(work));
            commit();
            committed = true;
        } finally {
            if (!committed) {
                rollback();
            }
        }
    }

    private List<ChangedRow> write(Work work) {
        try (Connection connection = dataSource.getConnection()) {
            changes.begin(connection);
            work.on(connection);
            return changes.take(connection);
        } catch (SQLException e) {
            throw SqlFailure.connection(e);
        }
    }

    private void commit() {
        try {
            transaction.commit();
        } catch (RollbackException | HeuristicRollbackException e) {
            throw refused(e);
        } catch (HeuristicMixedException | SystemException e) {
            throw new IllegalStateException("the transaction's outcome is not known", e);
        }
    }

    /** A constraint that is checked last, or an observer that asked for it. */
    private static RuntimeException refused(Exception failure) {
        for (Throwable at = failure; at != null; at = at.getCause()) {
            if (at instanceof SQLException cause) {
                return SqlFailure.of(cause, "commit", ErrorPath.ROOT);
            }
        }
        return new IllegalStateException("the transaction was rolled back", failure);
    }

    /** What made it fail is what the client must read, even when the connection is gone too. */
    private void rollback() {
        try {
            if (transaction.getStatus() != Status.STATUS_NO_TRANSACTION) {
                transaction.rollback();
            }
        } catch (SystemException | IllegalStateException e) {
            LOG.log(Level.WARNING, "rollback failed", e);
        }
    }
}
