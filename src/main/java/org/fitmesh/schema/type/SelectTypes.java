package org.fitmesh.schema.type;

import static org.fitmesh.graphql.type.TypeReference.listOf;
import static org.fitmesh.graphql.type.TypeReference.named;
import static org.fitmesh.graphql.type.TypeReference.nonNull;
import static org.fitmesh.graphql.type.TypeReference.nonNullListOf;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fitmesh.catalog.Column;
import org.fitmesh.catalog.TableName;
import org.fitmesh.graphql.type.FieldDefinition;
import org.fitmesh.graphql.type.InputRule;
import org.fitmesh.graphql.type.InputValue;
import org.fitmesh.graphql.type.TypeReference;
import org.fitmesh.metadata.TableConfiguration;
import org.fitmesh.naming.NamingConvention;
import org.fitmesh.schema.access.RoleTable;
import org.fitmesh.schema.access.TableField;
import org.fitmesh.schema.table.RelationshipModel;
import org.fitmesh.schema.table.ScalarNames;

/** The object type of a table, its {@code _select_column} enum, and the arguments of its lists. */
record SelectTypes(TypeCollector types, Map<TableName, RoleTable> tables) {

    void add(RoleTable table) {
        List<FieldDefinition> fields = new ArrayList<>();
        table.fields().forEach((name, meaning) -> fields.add(field(table, name, meaning)));
        types.object(table.typeName(), description(table), fields);
        if (!table.readableColumns().isEmpty()) {
            types.columnEnum(
                    table.typeName("select_column"),
                    "select columns of table \"" + table.model().name() + "\"",
                    table.readableColumns());
        }
    }

    private static Optional<String> description(RoleTable table) {
        return comments(table)
                .table(
                        table.model().table().comment(),
                        "columns and relationships of \"" + table.model().name() + "\"");
    }

    private static TableConfiguration.Comments comments(RoleTable table) {
        return table.model().tracked().configuration().comments();
    }

    private FieldDefinition field(RoleTable table, String name, TableField meaning) {
        if (meaning instanceof TableField.ColumnField field) {
            return column(table, name, field.column());
        }
        if (meaning instanceof TableField.RelationshipField field) {
            return relationship(name, field.relationship());
        }
        if (meaning instanceof TableField.AggregateField field) {
            RoleTable target = tables.get(field.relationship().target());
            return types.field(name, nonNull(target.typeName("aggregate")))
                    .describedAs("An aggregate relationship")
                    .withArguments(listArguments(target));
        }
        if (meaning instanceof TableField.ComputedValue field) {
            return computedValue(types, table, field);
        }
        if (meaning instanceof TableField.ComputedRows field) {
            return computedRows(table, field);
        }
        if (meaning instanceof TableField.SourceField field) {
            return field.definition();
        }
        TableField.RemoteField remote = (TableField.RemoteField) meaning;
        remote.inputs().forEach(types::input);
        return remote.definition();
    }

    private FieldDefinition column(RoleTable table, String name, Column column) {
        TypeReference value = types.columnType(column);
        TypeReference type =
                column.nullable() || !table.readsEverywhere(column)
                        ? value
                        : new TypeReference.NonNull(value);
        FieldDefinition field =
                new FieldDefinition(
                        name, table.description(column), Map.of(), type, Optional.empty());
        if (!ScalarNames.isJson(column.effectiveType())) {
            return field;
        }
        return field.withArguments(TypeCollector.arguments(path()));
    }

    private static InputValue path() {
        return InputValue.of("path", named("String"))
                .describedAs("JSON select path")
                .refusingNull();
    }

    /** A computed field with a single value, which may always be null. */
    static FieldDefinition computedValue(
            TypeCollector types, RoleTable table, TableField.ComputedValue computed) {
        Map<String, InputValue> arguments = new FunctionTypes(types).of(table, computed.field());
        if (ScalarNames.isJson(computed.type())) {
            arguments.put("path", path());
        }
        return new FieldDefinition(
                computed.field().name(),
                computed.field().description(),
                arguments,
                types.valueType(computed.type()),
                Optional.empty());
    }

    /** The list itself may be null, in Hasura's type: a function need not be total. */
    private FieldDefinition computedRows(RoleTable table, TableField.ComputedRows computed) {
        RoleTable target = tables.get(computed.target());
        Map<String, InputValue> arguments = new FunctionTypes(types).of(table, computed.field());
        arguments.putAll(listArguments(target));
        return new FieldDefinition(
                computed.field().name(),
                computed.field().description(),
                arguments,
                listOf(target.typeName()),
                Optional.empty());
    }

    private FieldDefinition relationship(String name, RelationshipModel relationship) {
        RoleTable target = tables.get(relationship.target());
        if (relationship.isArray()) {
            return FieldDefinition.of(name, nonNullListOf(target.typeName()))
                    .describedAs("An array relationship")
                    .withArguments(listArguments(target));
        }
        String type = target.typeName();
        return FieldDefinition.of(name, relationship.nullable() ? named(type) : nonNull(type))
                .describedAs("An object relationship");
    }

    /**
     * {@code distinct_on, limit, offset, order_by, where}; without the first where the role may
     * read no column.
     */
    static Map<String, InputValue> listArguments(RoleTable table) {
        NamingConvention naming = table.model().names().naming();
        List<InputValue> arguments = new ArrayList<>();
        if (!table.readableColumns().isEmpty()) {
            arguments.add(
                    TypeCollector.input(
                                    naming, "distinct_on", listOf(table.typeName("select_column")))
                            .describedAs("distinct select on columns"));
        }
        arguments.add(
                InputValue.of("limit", named("Int"))
                        .accepting(InputRule.NON_NEGATIVE)
                        .describedAs("limit the number of rows returned"));
        arguments.add(
                InputValue.of("offset", named("Int"))
                        .accepting(InputRule.INT64)
                        .describedAs("skip the first n rows. Use only with order_by"));
        arguments.add(
                TypeCollector.input(naming, "order_by", listOf(table.typeName("order_by")))
                        .describedAs("sort the rows by one or more columns"));
        arguments.add(
                InputValue.of("where", named(table.typeName("bool_exp")))
                        .describedAs("filter the rows returned"));
        return TypeCollector.arguments(arguments.toArray(InputValue[]::new));
    }
}
