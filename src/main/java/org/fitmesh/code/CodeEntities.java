package org.fitmesh.code;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.fitmesh.catalog.EntityKeys;

/** The entities of the running transaction, or as they are stored when there is none. */
@ApplicationScoped
class CodeEntities {
    @PersistenceContext(unitName = "fitmesh")
    private EntityManager entityManager;

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    private TransactionSynchronizationRegistry transactions;

    /** Those that exist, by their keys, with one statement. */
    Map<List<String>, Object> load(
            EntityKeys keys, Class<?> type, Collection<List<String>> wanted) {
        return keys.load(entityManager, type, wanted);
    }

    /** Writes what waits in the transaction's persistence context, for those who read by JDBC. */
    void flush() {
        if (transactions.getTransactionStatus() == Status.STATUS_ACTIVE) {
            entityManager.flush();
        }
    }
}
