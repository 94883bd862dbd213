package org.fitmesh.catalog;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.expressions.Expression;
import org.eclipse.persistence.expressions.ExpressionBuilder;
import org.eclipse.persistence.internal.helper.DatabaseField;
import org.eclipse.persistence.jpa.JpaHelper;
import org.eclipse.persistence.queries.ReadAllQuery;

/**
 * Entities by keys that are texts. EclipseLink reads them as any others (subclasses, secondary
 * tables, eager relationships); PostgreSQL turns the texts into the types of the columns, so that
 * the index of the key is used.
 */
final class EntityQuery {
    private static final String KEYS = "keys";

    private final ReadAllQuery query;
    private final String keys;

    private EntityQuery(ReadAllQuery query, String keys) {
        this.query = query;
        this.keys = keys;
    }

    static EntityQuery of(ClassDescriptor entity, Collection<List<String>> keys) {
        List<DatabaseField> fields = entity.getPrimaryKeyFields();
        ReadAllQuery query = new ReadAllQuery(entity.getJavaClass());
        ExpressionBuilder row = query.getExpressionBuilder();
        Expression first = row.getField(fields.get(0));
        List<Expression> others = new ArrayList<>();
        fields.stream().skip(1).forEach(field -> others.add(row.getField(field)));
        others.add(row.getParameter(KEYS, String.class));
        query.setSelectionCriteria(first.sql(condition(entity), others));
        query.addArgument(KEYS, String.class);
        return new EntityQuery(query, json(fields, keys));
    }

    List<?> run(EntityManager entityManager) {
        return JpaHelper.createQuery(query, entityManager).setParameter(KEYS, keys).getResultList();
    }

    private static String condition(ClassDescriptor entity) {
        List<DatabaseField> fields = entity.getPrimaryKeyFields();
        TableName table = EntityTracking.name(entity.getDefaultTable());
        List<String> columns = fields.stream().map(EntityQuery::column).toList();
        return "(("
                + String.join(", ", Collections.nCopies(fields.size(), "?"))
                + ") in (select "
                + String.join(", ", columns.stream().map(c -> "wanted." + quoted(c)).toList())
                + " from jsonb_populate_recordset(cast(null as "
                + quoted(table.schema())
                + "."
                + quoted(table.name())
                + "), cast(? as jsonb)) as wanted))";
    }

    private static String json(List<DatabaseField> fields, Collection<List<String>> keys) {
        List<String> rows = new ArrayList<>();
        for (List<String> key : keys) {
            List<String> members = new ArrayList<>();
            for (int i = 0; i < fields.size(); i++) {
                members.add(
                        JsonText.quoted(column(fields.get(i))) + ":" + JsonText.quoted(key.get(i)));
            }
            rows.add("{" + String.join(",", members) + "}");
        }
        return "[" + String.join(",", rows) + "]";
    }

    private static String column(DatabaseField field) {
        return EntityTracking.asStored(field.getName(), field.shouldUseDelimiters());
    }

    private static String quoted(String identifier) {
        return '"' + identifier.replace("\"", "\"\"") + '"';
    }
}
