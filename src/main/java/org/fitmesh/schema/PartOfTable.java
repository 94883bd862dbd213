package org.fitmesh.schema;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.fitmesh.schema.access.RoleTable;
import org.fitmesh.schema.table.UpdateOperator;
import org.fitmesh.schema.type.AggregateFunction;

/** Which of the types that a table has, by what a role needs for the names in it. */
enum PartOfTable {
    /** Rows, and what reads them. */
    READ,
    SELECT_COLUMN,
    INSERT,
    CONFLICT,
    /** What an update writes. */
    UPDATE,
    UPDATES,
    UPDATE_COLUMN,
    /** What a mutation answers. */
    RESPONSE;

    /** The names of these types, as they are spelled, before the source's customization. */
    Stream<String> typeNames(RoleTable table) {
        return switch (this) {
            case READ -> reading(table);
            case SELECT_COLUMN ->
                    Stream.of(
                            table.typeName("select_column"),
                            table.model().names().predicateColumnsType("bool_and"),
                            table.model().names().predicateColumnsType("bool_or"));
            case INSERT -> Stream.of(table.typeName("insert_input"));
            case CONFLICT -> Stream.of(table.typeName("on_conflict"));
            case UPDATE ->
                    UpdateOperator.all().stream()
                            .map(operator -> table.typeName(operator.inputType()));
            case UPDATES -> Stream.of(table.typeName("updates"));
            case UPDATE_COLUMN -> Stream.of(table.typeName("update_column"));
            case RESPONSE -> Stream.of(table.typeName("mutation_response"));
        };
    }

    private static Stream<String> reading(RoleTable table) {
        Stream<String> aggregates =
                Arrays.stream(AggregateFunction.values())
                        .map(AggregateFunction::graphqlName)
                        .flatMap(name -> Stream.of(name + "_fields", name + "_order_by"))
                        .map(table::typeName);
        List<String> rows =
                List.of(table.typeName(), table.typeName("bool_exp"), table.typeName("order_by"));
        return Stream.concat(rows.stream(), aggregates);
    }
}
