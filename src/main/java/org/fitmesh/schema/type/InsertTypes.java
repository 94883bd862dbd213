package org.fitmesh.schema.type;

import static org.fitmesh.graphql.type.TypeReference.named;
import static org.fitmesh.graphql.type.TypeReference.nonNull;
import static org.fitmesh.graphql.type.TypeReference.nonNullListOf;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.fitmesh.catalog.Column;
import org.fitmesh.catalog.TableName;
import org.fitmesh.catalog.UniqueConstraint;
import org.fitmesh.graphql.type.EnumValue;
import org.fitmesh.graphql.type.InputValue;
import org.fitmesh.schema.access.InsertAccess;
import org.fitmesh.schema.access.RoleTable;
import org.fitmesh.schema.access.UpdateAccess;
import org.fitmesh.schema.table.RelationshipModel;

/**
 * {@code <table>_insert_input}, {@code _on_conflict} and their enums, {@code
 * <table>_obj_rel_insert_input} and {@code _arr_rel_insert_input}.
 */
record InsertTypes(TypeCollector types, Map<TableName, RoleTable> tables) {
    /** What Hasura puts into an enum of columns that would be empty. */
    static final String PLACEHOLDER = "_PLACEHOLDER";

    private static final String UPDATE_COLUMNS = "update_columns";

    void add(RoleTable table, InsertAccess access) {
        List<InputValue> columns = new ArrayList<>();
        for (Map.Entry<String, Column> column : table.columnsIn(access.columns())) {
            columns.add(types.columnInput(table, column.getKey(), column.getValue()));
        }
        table.model().relationships().values().forEach(r -> nested(r).ifPresent(columns::add));
        types.input(
                table.typeName("insert_input"),
                "input type for inserting data into table \"" + table.model().name() + "\"",
                columns);
        if (!table.model().conflicts().isEmpty()) {
            addOnConflict(table);
        }
    }

    /** Rows of another table may be given along with a row where the role may insert them. */
    private Optional<InputValue> nested(RelationshipModel relationship) {
        RoleTable target = tables.get(relationship.target());
        if (target == null || target.insert().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(InputValue.of(relationship.name(), named(nestedInput(relationship))));
    }

    /** The input of a relationship's rows. */
    private String nestedInput(RelationshipModel relationship) {
        RoleTable target = tables.get(relationship.target());
        String rows = target.typeName("insert_input");
        boolean array = relationship.isArray();
        String name = target.typeName((array ? "arr_rel" : "obj_rel") + "_insert_input");
        List<InputValue> fields = new ArrayList<>();
        fields.add(InputValue.of("data", array ? nonNullListOf(rows) : nonNull(rows)));
        if (!target.model().conflicts().isEmpty()) {
            fields.add(
                    types.input("on_conflict", named(target.typeName("on_conflict")))
                            .describedAs("upsert condition")
                            .refusingNull());
        }
        types.input(
                name,
                "input type for inserting "
                        + (array ? "array" : "object")
                        + " relation for remote table \""
                        + target.model().name()
                        + "\"",
                fields);
        return name;
    }

    private void addOnConflict(RoleTable table) {
        String constraints = table.typeName("constraint");
        types.enumeration(
                constraints,
                "unique or primary key constraints on table \"" + table.model().name() + "\"",
                table.model().conflicts().stream().map(InsertTypes::constraint).toList());
        Set<String> updatable = table.update().map(UpdateAccess::columns).orElse(Set.of());
        String columns = table.typeName("update_column");
        String description = "update columns of table \"" + table.model().name() + "\"";
        if (updatable.isEmpty()) {
            types.enumeration(
                    columns,
                    "placeholder for "
                            + description
                            + " (current role has no relevant permissions)",
                    List.of(
                            new EnumValue(
                                    PLACEHOLDER, Optional.of("(do not use)"), Optional.empty())));
        } else {
            types.columnEnum(columns, description, table.columnsIn(updatable));
        }
        List<InputValue> fields = new ArrayList<>();
        fields.add(InputValue.of("constraint", nonNull(constraints)));
        fields.add(
                new InputValue(
                                types.naming().field(UPDATE_COLUMNS),
                                Optional.empty(),
                                nonNullListOf(columns),
                                Optional.of("[]"))
                        .calledBy(UPDATE_COLUMNS));
        if (table.select().isPresent()) {
            fields.add(InputValue.of("where", named(table.typeName("bool_exp"))).refusingNull());
        }
        types.input(
                table.typeName("on_conflict"),
                "on_conflict condition type for table \"" + table.model().name() + "\"",
                fields);
    }

    private static EnumValue constraint(UniqueConstraint constraint) {
        String columns =
                constraint.columns().stream()
                        .map(c -> "\"" + c + "\"")
                        .collect(Collectors.joining(", "));
        return new EnumValue(
                constraint.name(),
                Optional.of("unique or primary key constraint on columns " + columns),
                Optional.empty());
    }
}
