package org.fitmesh.schema.table;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.fitmesh.catalog.Column;
import org.fitmesh.catalog.Table;
import org.fitmesh.catalog.TableName;
import org.fitmesh.catalog.UniqueConstraint;
import org.fitmesh.metadata.TrackedTable;
import org.fitmesh.naming.GraphQLName;
import org.fitmesh.naming.Words;

/**
 * A tracked table that exists, the same for every role.
 *
 * @param graphqlName its name in GraphQL before anything is spelled, custom or its own
 * @param names what is generated from that
 * @param columns by their name in GraphQL, in the order of the table
 * @param relationships by name
 * @param computedFields by name
 */
public record TableModel(
        TrackedTable tracked,
        Table table,
        String graphqlName,
        TableNames names,
        Map<String, Column> columns,
        Map<String, RelationshipModel> relationships,
        Map<String, ComputedFieldModel> computedFields) {

    /** The same table with these computed fields. */
    TableModel withComputedFields(Map<String, ComputedFieldModel> fields) {
        return new TableModel(tracked, table, graphqlName, names, columns, relationships, fields);
    }

    /** The same table without what concerns single roles: a change of it is none for the others. */
    public TableModel withoutPermissions() {
        return with(tracked.withoutPermissions());
    }

    private TableModel with(TrackedTable other) {
        return new TableModel(
                other, table, graphqlName, names, columns, relationships, computedFields);
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

    /** The unique constraints that {@code on_conflict} can name: GraphQL cannot say every name. */
    public List<UniqueConstraint> conflicts() {
        return table.constraints().stream()
                .filter(constraint -> GraphQLName.isEnumValue(constraint.name()))
                .toList();
    }

    /**
     * The name of a root field.
     *
     * @param key Hasura's key in {@code custom_root_fields}, such as {@code select_by_pk}
     * @param usual makes the words of the name of those of the table, for want of a custom one
     */
    public String rootField(String key, UnaryOperator<Words> usual) {
        return names.rootField(key, usual);
    }

    /** The name of its object type. */
    public String typeName() {
        return names.type();
    }

    /**
     * The name of another of its types.
     *
     * @param what with underscores, such as {@code bool_exp}
     */
    public String typeName(String what) {
        return names.type(what);
    }
}
