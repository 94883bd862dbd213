package org.fitmesh.event.observe;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import org.fitmesh.catalog.TableName;

/** Makes entities of rows that were kept as JSON. */
@ApplicationScoped
class EntityRows {
    @PersistenceContext(unitName = "fitmesh")
    private EntityManager entityManager;

    /**
     * An entity for each row, in their order. None is managed, and no two are the same object, be
     * they of one row or not. Must run inside of a transaction.
     *
     * @param rows JSON objects
     */
    List<?> build(ObservedEntity entity, List<String> rows) {
        List<?> built =
                entityManager
                        .createNativeQuery(statement(entity.table()), entity.type())
                        .setParameter(1, "[" + String.join(",", rows) + "]")
                        .setHint("eclipselink.read-only", true)
                        .setHint("eclipselink.maintain-cache", false)
                        .getResultList();
        if (built.size() != rows.size()) {
            throw new IllegalStateException(
                    rows.size() + " rows made " + built.size() + " of " + entity.type());
        }
        return built;
    }

    /** PostgreSQL turns its own JSON back into the types of the columns. */
    private static String statement(TableName table) {
        return "select entity.* from rows from (jsonb_populate_recordset(cast(null as "
                + quoted(table.schema())
                + "."
                + quoted(table.name())
                + "), cast(?1 as jsonb))) with ordinality as entity order by entity.ordinality";
    }

    private static String quoted(String identifier) {
        return '"' + identifier.replace("\"", "\"\"") + '"';
    }
}
