package org.fitmesh.schema.type;

import static org.fitmesh.graphql.type.TypeReference.listOf;
import static org.fitmesh.graphql.type.TypeReference.named;
import static org.fitmesh.graphql.type.TypeReference.nonNull;
import static org.fitmesh.graphql.type.TypeReference.nonNullListOf;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.fitmesh.catalog.Column;
import org.fitmesh.graphql.type.FieldDefinition;
import org.fitmesh.graphql.type.InputValue;
import org.fitmesh.graphql.type.TypeReference;
import org.fitmesh.schema.access.RoleTable;
import org.fitmesh.schema.access.TableField;

/** {@code <table>_aggregate}, {@code <table>_aggregate_fields}, {@code <table>_<op>_fields}. */
record AggregateTypes(TypeCollector types) {

    void add(RoleTable table) {
        types.object(
                table.typeName("aggregate"),
                "aggregated selection of \"" + table.model().name() + "\"",
                List.of(
                        FieldDefinition.of("aggregate", named(table.typeName("aggregate_fields"))),
                        FieldDefinition.of("nodes", nonNullListOf(table.typeName()))));
        types.object(
                table.typeName("aggregate_fields"),
                "aggregate fields of \"" + table.model().name() + "\"",
                functions(table));
    }

    private List<FieldDefinition> functions(RoleTable table) {
        List<FieldDefinition> fields = new ArrayList<>();
        for (AggregateFunction function : AggregateFunction.values()) {
            List<Map.Entry<String, Column>> columns = function.columnsOf(table);
            List<TableField.ComputedValue> computed = function.computedOf(table);
            if (!columns.isEmpty() || !computed.isEmpty()) {
                String type = table.typeName(function.graphqlName() + "_fields");
                addFields(table, type, function, columns, computed(table, computed));
                fields.add(types.field(function.graphqlName(), named(type)));
            }
        }
        fields.add(
                FieldDefinition.of("count", nonNull("Int")).withArguments(countArguments(table)));
        return fields;
    }

    /** A role that may read no column counts rows alone. */
    private static Map<String, InputValue> countArguments(RoleTable table) {
        InputValue distinct = InputValue.of("distinct", named("Boolean")).refusingNull();
        if (table.readableColumns().isEmpty()) {
            return TypeCollector.arguments(distinct);
        }
        InputValue columns =
                InputValue.of("columns", listOf(table.typeName("select_column"))).refusingNull();
        return TypeCollector.arguments(columns, distinct);
    }

    /** Hasura gives an aggregate of a computed field the type of the field itself. */
    private List<FieldDefinition> computed(
            RoleTable table, List<TableField.ComputedValue> computed) {
        return computed.stream()
                .map(field -> SelectTypes.computedValue(types, table, field))
                .toList();
    }

    private void addFields(
            RoleTable table,
            String type,
            AggregateFunction function,
            List<Map.Entry<String, Column>> columns,
            List<FieldDefinition> computed) {
        List<FieldDefinition> fields = new ArrayList<>();
        for (Map.Entry<String, Column> column : columns) {
            TypeReference value =
                    function.givesFloat() ? named("Float") : types.columnType(column.getValue());
            fields.add(
                    FieldDefinition.of(column.getKey(), value)
                            .describedAs(table.description(column.getValue())));
        }
        fields.addAll(computed);
        types.object(
                type,
                "aggregate " + types.naming().field(function.graphqlName()) + " on columns",
                fields);
    }
}
