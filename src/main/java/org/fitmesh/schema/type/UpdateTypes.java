package org.fitmesh.schema.type;

import static org.fitmesh.graphql.type.TypeReference.listOf;
import static org.fitmesh.graphql.type.TypeReference.named;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.fitmesh.catalog.Column;
import org.fitmesh.graphql.type.InputRule;
import org.fitmesh.graphql.type.InputValue;
import org.fitmesh.graphql.type.TypeReference;
import org.fitmesh.schema.access.RoleTable;
import org.fitmesh.schema.access.UpdateAccess;
import org.fitmesh.schema.table.UpdateOperator;

/** {@code <table>_set_input} and its like, {@code _pk_columns_input}, {@code _updates}. */
record UpdateTypes(TypeCollector types) {

    void add(RoleTable table, UpdateAccess access) {
        for (UpdateOperator operator : UpdateOperator.all()) {
            addOperator(table, access, operator);
        }
        if (table.hasReadableKey()) {
            types.input(
                    table.typeName("pk_columns_input"),
                    "primary key columns input for table: " + table.model().name(),
                    types.keyArguments(table).values());
        }
        if (types.options().updateMany()) {
            List<InputValue> arguments = operators(table, access);
            arguments.add(where(table));
            types.undescribedInput(table.typeName("updates"), arguments);
        }
    }

    /** The operators that the role can use on the table, as arguments. */
    List<InputValue> operators(RoleTable table, UpdateAccess access) {
        List<InputValue> arguments = new ArrayList<>();
        for (UpdateOperator operator : UpdateOperator.all()) {
            if (!columns(table, access, operator).isEmpty()) {
                arguments.add(argument(table, operator));
            }
        }
        return arguments;
    }

    static InputValue where(RoleTable table) {
        return InputValue.of("where", TypeReference.nonNull(table.typeName("bool_exp")))
                .describedAs("filter the rows which have to be updated");
    }

    private InputValue argument(RoleTable table, UpdateOperator operator) {
        return types.input(operator.argument(), named(table.typeName(operator.inputType())))
                .describedAs(operator.description())
                .refusingNull();
    }

    private static List<Map.Entry<String, Column>> columns(
            RoleTable table, UpdateAccess access, UpdateOperator operator) {
        return table.columnsIn(access.columns()).stream()
                .filter(c -> operator.appliesTo(c.getValue().effectiveType()))
                .toList();
    }

    private void addOperator(RoleTable table, UpdateAccess access, UpdateOperator operator) {
        List<InputValue> fields = new ArrayList<>();
        for (Map.Entry<String, Column> column : columns(table, access, operator)) {
            fields.add(
                    operand(table, operator, column.getKey(), column.getValue())
                            .describedAs(table.description(column.getValue())));
        }
        if (!fields.isEmpty()) {
            types.input(
                    table.typeName(operator.inputType()),
                    operator.typeDescription(table.model().name().toString()),
                    fields);
        }
    }

    private InputValue operand(
            RoleTable table, UpdateOperator operator, String name, Column column) {
        return switch (operator.operand()) {
            case SAME -> types.columnInput(table, name, column);
            case TEXT -> InputValue.of(name, named("String")).accepting(InputRule.COLUMN);
            case INTEGER ->
                    InputValue.of(name, named("Int")).accepting(InputRule.COLUMN).refusingNull();
            case TEXT_LIST ->
                    InputValue.of(name, listOf("String"))
                            .accepting(InputRule.COLUMN_LIST)
                            .refusingNull();
        };
    }
}
