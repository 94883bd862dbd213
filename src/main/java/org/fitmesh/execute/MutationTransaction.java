package org.fitmesh.execute;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.HeuristicMixedException;
import jakarta.transaction.HeuristicRollbackException;
import jakarta.transaction.NotSupportedException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.Status;
import jakarta.transaction.SystemException;
import jakarta.transaction.UserTransaction;
import jakarta.validation.ConstraintViolationException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.fitmesh.auth.Session;
import org.fitmesh.error.ErrorPath;
import org.fitmesh.error.RequestException;
import org.fitmesh.event.observe.ChangedRow;
import org.fitmesh.event.observe.EntityChanges;
import org.fitmesh.telemetry.trace.Traces;

/**
 * Runs a mutation as a transaction of the server's, so that Java code can take part in it: code
 * that answers its fields, and code that observes its changes.
 */
@ApplicationScoped
class MutationTransaction {
    private static final Logger LOG = System.getLogger(MutationTransaction.class.getName());

    @Inject private Connections connections;
    @Inject private Traces traces;

    @Resource private UserTransaction transaction;

    @PersistenceContext(unitName = "fitmesh")
    private EntityManager entities;

    @Inject private EntityChanges changes;

    /** What a mutation does with its connection, which is not its own to commit. */
    @FunctionalInterface
    interface Work {
        void on(Connection connection) throws SQLException;
    }

    /** Whether Java code observes changes, so that every mutation must run here. */
    boolean isObserved() {
        return changes.observed();
    }

    /**
     * Any failure undoes all of it.
     *
     * @param code whether Java code writes too: the database is told for whom
     * @throws RequestException what the work or an observer threw, or what the database said
     */
    void run(boolean code, Session session, Work work) {
        connections.forTransaction(() -> transaction(code, session, work));
    }

    private void transaction(boolean code, Session session, Work work) {
        try {
            transaction.begin();
        } catch (NotSupportedException | SystemException e) {
            throw new IllegalStateException("no transaction could be begun", e);
        }
        boolean committed = false;
        try {
            changes.fire(write(code, session, work));
            commit();
            committed = true;
        } finally {
            if (!committed) {
                rollback();
            }
        }
    }

    private List<ChangedRow> write(boolean code, Session session, Work work) {
        return connections.enlisted(
                connection -> {
                    traces.current().ifPresent(t -> CallerInDatabase.tellTrace(connection, t));
                    if (code) {
                        CallerInDatabase.tell(connection, session);
                    }
                    if (!isObserved()) {
                        work.on(connection);
                        return List.of();
                    }
                    changes.begin(connection);
                    work.on(connection);
                    return changes.take(connection);
                });
    }

    /**
     * Brings what Java code wrote so far to the database; what it reads later comes from there.
     *
     * @throws RequestException what the database said of the writes
     */
    void flush() {
        try {
            entities.flush();
        } catch (PersistenceException e) {
            throw refused(e);
        } catch (ConstraintViolationException e) {
            throw InvalidEntity.of(e);
        }
        entities.clear();
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

    /** A constraint, or code that asked for it. */
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
