package org.fitmesh.schema.type;

import static org.fitmesh.graphql.type.TypeReference.named;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fitmesh.catalog.Column;
import org.fitmesh.catalog.TableName;
import org.fitmesh.graphql.type.EnumValue;
import org.fitmesh.graphql.type.InputValue;
import org.fitmesh.naming.Words;
import org.fitmesh.schema.access.RoleTable;
import org.fitmesh.schema.access.TableField;

/** {@code <table>_order_by}, {@code <table>_aggregate_order_by} and the enum {@code order_by}. */
record OrderTypes(TypeCollector types, Map<TableName, RoleTable> tables) {
    private static final Map<String, String> DIRECTIONS = directions();

    private static Map<String, String> directions() {
        Map<String, String> directions = new LinkedHashMap<>();
        directions.put("asc", "in ascending order, nulls last");
        directions.put("asc_nulls_first", "in ascending order, nulls first");
        directions.put("asc_nulls_last", "in ascending order, nulls last");
        directions.put("desc", "in descending order, nulls first");
        directions.put("desc_nulls_first", "in descending order, nulls first");
        directions.put("desc_nulls_last", "in descending order, nulls last");
        return directions;
    }

    void addDirections() {
        List<EnumValue> values = new ArrayList<>();
        DIRECTIONS.forEach(
                (name, text) ->
                        values.add(
                                new EnumValue(
                                        types.naming().enumValue(name),
                                        Optional.of(text),
                                        Optional.empty(),
                                        name)));
        types.share(directionsType());
        types.enumeration(directionsType(), "column ordering options", values);
    }

    private String directionsType() {
        return types.naming().type("order_by");
    }

    void add(RoleTable table) {
        List<InputValue> fields = new ArrayList<>();
        table.fields().forEach((name, meaning) -> addField(fields, name, meaning));
        types.input(
                table.typeName("order_by"),
                "Ordering options when selecting data from \"" + table.model().name() + "\".",
                fields);
    }

    private void addField(List<InputValue> fields, String name, TableField meaning) {
        if (meaning instanceof TableField.ColumnField) {
            fields.add(InputValue.of(name, named(directionsType())));
        } else if (meaning instanceof TableField.RelationshipField field
                && !field.relationship().isArray()) {
            RoleTable target = tables.get(field.relationship().target());
            fields.add(InputValue.of(name, named(target.typeName("order_by"))));
        } else if (meaning instanceof TableField.ComputedValue computed) {
            if (computed.field().function().inputs().isEmpty()) {
                fields.add(InputValue.of(name, named(directionsType())));
            }
        } else if (meaning instanceof TableField.ComputedRows computed) {
            RoleTable target = tables.get(computed.target());
            if (computed.field().function().inputs().isEmpty() && target.mayAggregate()) {
                fields.add(aggregate(name, target));
            }
        } else if (meaning instanceof TableField.AggregateField field) {
            RoleTable target = tables.get(field.relationship().target());
            fields.add(aggregate(field.relationship().name(), target));
        }
    }

    /** The aggregates of a field's rows. */
    private InputValue aggregate(String field, RoleTable target) {
        addAggregate(target);
        Words words = new Words(List.of(field), false).then("aggregate");
        return InputValue.of(
                        types.naming().field(words), named(target.typeName("aggregate_order_by")))
                .calledBy(field + "_aggregate");
    }

    private InputValue ofColumn(RoleTable table, Map.Entry<String, Column> column) {
        return InputValue.of(column.getKey(), named(directionsType()))
                .describedAs(table.description(column.getValue()));
    }

    private void addAggregate(RoleTable table) {
        String name = table.typeName("aggregate_order_by");
        List<InputValue> functions = new ArrayList<>();
        functions.add(InputValue.of("count", named(directionsType())));
        for (AggregateFunction function : AggregateFunction.values()) {
            List<InputValue> columns =
                    function.columnsOf(table).stream().map(c -> ofColumn(table, c)).toList();
            if (!columns.isEmpty()) {
                String type = table.typeName(function.graphqlName() + "_order_by");
                types.input(
                        type,
                        "order by "
                                + types.naming().field(function.graphqlName())
                                + "() on columns of table \""
                                + table.model().name()
                                + "\"",
                        columns);
                functions.add(types.input(function.graphqlName(), named(type)).refusingNull());
            }
        }
        types.input(
                name,
                "order by aggregate values of table \"" + table.model().name() + "\"",
                functions);
    }
}
