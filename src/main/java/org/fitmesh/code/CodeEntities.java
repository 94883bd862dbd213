package org.fitmesh.code;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.fitmesh.catalog.EntityKeys;

/** The entities of the running transaction, or as they are stored when there is none. */
@ApplicationScoped
class CodeEntities {
    @PersistenceContext(unitName = "fitmesh")
    private EntityManager entityManager;

    /** Those that exist, by their keys, with one statement. */
    Map<List<String>, Object> load(
            EntityKeys keys, Class<?> type, Collection<List<String>> wanted) {
        return keys.load(entityManager, type, wanted);
    }
}
