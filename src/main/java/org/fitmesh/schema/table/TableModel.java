package org.fitmesh.schema.table;

import java.util.Map;
import java.util.Optional;
import org.fitmesh.catalog.Column;
import org.fitmesh.catalog.Table;
import org.fitmesh.catalog.TableName;
import org.fitmesh.metadata.TrackedTable;

/**
 * A tracked table that exists, the same for every role.
 *
 * @param graphqlName base of its type and field names
 * @param columns by their name in GraphQL, in the order of the table
 * @param relationships by name
 * @param computedFields by name
 */
public record TableModel(
        TrackedTable tracked,
        Table table,
        String graphqlName,
        Map<String, Column> columns,
        Map<String, RelationshipModel> relationships,
        Map<String, ComputedFieldModel> computedFields) {

    /** The same table with these computed fields. */
    TableModel withComputedFields(Map<String, ComputedFieldModel> fields) {
        return new TableModel(tracked, table, graphqlName, columns, relationships, fields);
    }

    /** The same table for requests that do not use {@code backend_only} permissions. */
    public TableModel withoutBackendOnly() {
        return tracked.backendRoles().isEmpty()
                ? this
                : new TableModel(
                        tracked.withoutBackendOnly(),
                        table,
                        graphqlName,
                        columns,
                        relationships,
                        computedFields);
    }

    public TableName name() {
        return table.name();
    }

    /** The name in GraphQL of a column of the table, when it has one. */
    public Optional<String> graphqlNameOf(String column) {
        return columns.entrySet().stream()
                .filter(e -> e.getValue().name().equals(column))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /**
     * The name of a root field.
     *
     * @param key Hasura's key in {@code custom_root_fields}, such as {@code select_by_pk}
     * @param usual the name without a custom one
     */
    public String rootField(String key, String usual) {
        return tracked.configuration().customRootFields().getOrDefault(key, usual);
    }
}
