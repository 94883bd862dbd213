package org.fitmesh.schema.type;

import static org.fitmesh.graphql.type.TypeReference.named;
import static org.fitmesh.graphql.type.TypeReference.nonNull;
import static org.fitmesh.graphql.type.TypeReference.nonNullListOf;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.fitmesh.graphql.type.FieldDefinition;
import org.fitmesh.graphql.type.InputValue;
import org.fitmesh.graphql.type.TypeReference;
import org.fitmesh.naming.Words;
import org.fitmesh.schema.access.RoleTable;
import org.fitmesh.schema.access.UpdateAccess;
import org.fitmesh.schema.type.RootField.Kind;

/** The fields of tables on {@code mutation_root}, and what they answer. */
record MutationFields(TypeCollector types, List<RootField> fields) {
    private static final Words INSERT = Words.of("insert");
    private static final Words UPDATE = Words.of("update");
    private static final Words DELETE = Words.of("delete");

    MutationFields(TypeCollector types) {
        this(types, new ArrayList<>());
    }

    void addInserts(RoleTable table) {
        String label = "\"" + table.model().name() + "\"";
        InputValue objects =
                InputValue.of("objects", nonNullListOf(table.typeName("insert_input")))
                        .describedAs("the rows to be inserted");
        FieldDefinition many =
                FieldDefinition.of(name(table, "insert", INSERT::then), response(table))
                        .withArguments(upsertable(table, objects))
                        .describedAs("insert data into the table: " + label);
        add(Kind.INSERT, table, many);
        if (table.select().isEmpty()) {
            return;
        }
        InputValue object =
                InputValue.of("object", nonNull(table.typeName("insert_input")))
                        .describedAs("the row to be inserted");
        FieldDefinition one =
                FieldDefinition.of(
                                name(table, "insert_one", words -> INSERT.then(words).then("one")),
                                named(table.typeName()))
                        .withArguments(upsertable(table, object))
                        .describedAs("insert a single row into the table: " + label);
        add(Kind.INSERT_ONE, table, one);
    }

    void addUpdates(RoleTable table, UpdateAccess access) {
        String label = "\"" + table.model().name() + "\"";
        List<InputValue> operators = new UpdateTypes(types).operators(table, access);
        add(
                Kind.UPDATE,
                table,
                FieldDefinition.of(name(table, "update", UPDATE::then), response(table))
                        .withArguments(with(operators, UpdateTypes.where(table)))
                        .describedAs("update data of the table: " + label));
        if (table.hasReadableKey()) {
            InputValue key = types.input("pk_columns", nonNull(table.typeName("pk_columns_input")));
            add(
                    Kind.UPDATE_BY_PK,
                    table,
                    FieldDefinition.of(
                                    name(
                                            table,
                                            "update_by_pk",
                                            words -> UPDATE.then(words).then("by_pk")),
                                    named(table.typeName()))
                            .withArguments(with(operators, key))
                            .describedAs("update single row of the table: " + label));
        }
        if (!types.options().updateMany()) {
            return;
        }
        InputValue updates =
                InputValue.of("updates", nonNullListOf(table.typeName("updates")))
                        .describedAs("updates to execute, in order");
        add(
                Kind.UPDATE_MANY,
                table,
                FieldDefinition.of(
                                name(
                                        table,
                                        "update_many",
                                        words -> UPDATE.then(words).then("many")),
                                new TypeReference.ListOf(response(table)))
                        .withArguments(TypeCollector.arguments(updates))
                        .describedAs("update multiples rows of table: " + label));
    }

    void addDeletes(RoleTable table) {
        String label = "\"" + table.model().name() + "\"";
        InputValue where =
                InputValue.of("where", nonNull(table.typeName("bool_exp")))
                        .describedAs("filter the rows which have to be deleted");
        add(
                Kind.DELETE,
                table,
                FieldDefinition.of(name(table, "delete", DELETE::then), response(table))
                        .withArguments(TypeCollector.arguments(where))
                        .describedAs("delete data from the table: " + label));
        if (table.hasReadableKey()) {
            add(
                    Kind.DELETE_BY_PK,
                    table,
                    FieldDefinition.of(
                                    name(
                                            table,
                                            "delete_by_pk",
                                            words -> DELETE.then(words).then("by_pk")),
                                    named(table.typeName()))
                            .withArguments(types.keyArguments(table))
                            .describedAs("delete single row from the table: " + label));
        }
    }

    private static TypeReference response(RoleTable table) {
        return named(table.typeName("mutation_response"));
    }

    private static Map<String, InputValue> with(List<InputValue> operators, InputValue rows) {
        List<InputValue> arguments = new ArrayList<>(operators);
        arguments.add(rows);
        return TypeCollector.arguments(arguments.toArray(InputValue[]::new));
    }

    /** {@code <table>_mutation_response}. */
    void addResponse(RoleTable table) {
        List<FieldDefinition> answered = new ArrayList<>();
        answered.add(
                types.field("affected_rows", nonNull("Int"))
                        .describedAs("number of rows affected by the mutation"));
        if (table.select().isPresent()) {
            answered.add(
                    FieldDefinition.of("returning", nonNullListOf(table.typeName()))
                            .describedAs("data from the rows affected by the mutation"));
        }
        types.object(
                table.typeName("mutation_response"),
                "response of any mutation on the table \"" + table.model().name() + "\"",
                answered);
    }

    private void add(Kind kind, RoleTable table, FieldDefinition field) {
        fields.add(RootField.described(kind, table, field));
    }

    private static String name(RoleTable table, String key, UnaryOperator<Words> usual) {
        return table.model().rootField(key, usual);
    }

    /** Without a unique constraint there is nothing to be in conflict with. */
    private Map<String, InputValue> upsertable(RoleTable table, InputValue rows) {
        if (table.model().conflicts().isEmpty()) {
            return TypeCollector.arguments(rows);
        }
        InputValue onConflict =
                types.input("on_conflict", named(table.typeName("on_conflict")))
                        .describedAs("upsert condition")
                        .refusingNull();
        return TypeCollector.arguments(rows, onConflict);
    }
}
