package org.fitmesh.schema.type;

import static org.fitmesh.graphql.type.TypeReference.named;
import static org.fitmesh.graphql.type.TypeReference.nonNull;
import static org.fitmesh.graphql.type.TypeReference.nonNullListOf;

import java.util.LinkedHashMap;
import java.util.Map;
import org.fitmesh.catalog.Column;
import org.fitmesh.catalog.UniqueConstraint;
import org.fitmesh.graphql.type.FieldDefinition;
import org.fitmesh.graphql.type.InputValue;
import org.fitmesh.graphql.type.TypeReference;
import org.fitmesh.schema.access.InsertAccess;
import org.fitmesh.schema.access.RoleTable;
import org.fitmesh.schema.access.SelectAccess;
import org.fitmesh.schema.type.RootField.Kind;

/** The fields of a table on {@code query_root} and {@code mutation_root}. */
record RootFields(
        TypeCollector types, Map<String, RootField> queries, Map<String, RootField> mutations) {

    RootFields(TypeCollector types) {
        this(types, new LinkedHashMap<>(), new LinkedHashMap<>());
    }

    void addQueries(RoleTable table, SelectAccess access) {
        String base = table.graphqlName();
        if (access.rootFields().contains("select")) {
            query(table, Kind.SELECT, table.model().rootField("select", base))
                    .accept(
                            nonNullListOf(base),
                            SelectTypes.listArguments(table),
                            "fetch data from the table: \"" + table.model().name() + "\"");
        }
        if (access.aggregations() && access.rootFields().contains("select_aggregate")) {
            String name = table.model().rootField("select_aggregate", base + "_aggregate");
            query(table, Kind.AGGREGATE, name)
                    .accept(
                            nonNull(base + "_aggregate"),
                            SelectTypes.listArguments(table),
                            "fetch aggregated fields from the table: \""
                                    + table.model().name()
                                    + "\"");
        }
        if (access.rootFields().contains("select_by_pk") && table.hasReadableKey()) {
            query(table, Kind.BY_PK, table.model().rootField("select_by_pk", base + "_by_pk"))
                    .accept(
                            named(base),
                            keyArguments(table),
                            "fetch data from the table: \""
                                    + table.model().name()
                                    + "\" using primary key columns");
        }
    }

    void addMutations(RoleTable table, InsertAccess access) {
        if (access.backendOnly()) {
            return;
        }
        String base = table.graphqlName();
        Map<String, InputValue> many = new LinkedHashMap<>();
        many.put(
                "objects",
                InputValue.of("objects", nonNullListOf(base + "_insert_input"))
                        .describedAs("the rows to be inserted"));
        Map<String, InputValue> one = new LinkedHashMap<>();
        one.put(
                "object",
                InputValue.of("object", nonNull(base + "_insert_input"))
                        .describedAs("the row to be inserted"));
        if (!table.model().table().constraints().isEmpty()) {
            InputValue onConflict =
                    InputValue.of("on_conflict", named(base + "_on_conflict"))
                            .describedAs("upsert condition");
            many.put("on_conflict", onConflict);
            one.put("on_conflict", onConflict);
        }
        mutation(table, Kind.INSERT, table.model().rootField("insert", "insert_" + base))
                .accept(
                        named(base + "_mutation_response"),
                        many,
                        "insert data into the table: \"" + table.model().name() + "\"");
        if (table.select().isPresent()) {
            String name = table.model().rootField("insert_one", "insert_" + base + "_one");
            mutation(table, Kind.INSERT_ONE, name)
                    .accept(
                            named(base),
                            one,
                            "insert a single row into the table: \"" + table.model().name() + "\"");
        }
    }

    private Map<String, InputValue> keyArguments(RoleTable table) {
        Map<String, InputValue> arguments = new LinkedHashMap<>();
        UniqueConstraint key = table.model().table().primaryKey().orElseThrow();
        for (String name : key.columns()) {
            Column column = table.model().table().columns().get(name);
            String argument = table.model().graphqlNameOf(name).orElse(name);
            TypeReference type = new TypeReference.NonNull(types.columnType(column));
            arguments.put(argument, InputValue.of(argument, type));
        }
        return arguments;
    }

    private interface Definition {
        void accept(TypeReference type, Map<String, InputValue> arguments, String description);
    }

    private Definition query(RoleTable table, Kind kind, String name) {
        return define(queries, table, kind, name);
    }

    private Definition mutation(RoleTable table, Kind kind, String name) {
        return define(mutations, table, kind, name);
    }

    private static Definition define(
            Map<String, RootField> roots, RoleTable table, Kind kind, String name) {
        return (type, arguments, description) ->
                roots.put(
                        name,
                        new RootField(
                                kind,
                                table,
                                FieldDefinition.of(name, type)
                                        .withArguments(arguments)
                                        .describedAs(description)));
    }
}
