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
        String label = "\"" + table.model().name() + "\"";
        if (access.rootFields().contains("select")) {
            FieldDefinition field =
                    FieldDefinition.of(name(table, "select", base), nonNullListOf(base))
                            .withArguments(SelectTypes.listArguments(table))
                            .describedAs("fetch data from the table: " + label);
            add(queries, Kind.SELECT, table, field);
        }
        if (access.aggregations() && access.rootFields().contains("select_aggregate")) {
            String usual = base + "_aggregate";
            FieldDefinition field =
                    FieldDefinition.of(name(table, "select_aggregate", usual), nonNull(usual))
                            .withArguments(SelectTypes.listArguments(table))
                            .describedAs("fetch aggregated fields from the table: " + label);
            add(queries, Kind.AGGREGATE, table, field);
        }
        if (access.rootFields().contains("select_by_pk") && table.hasReadableKey()) {
            FieldDefinition field =
                    FieldDefinition.of(name(table, "select_by_pk", base + "_by_pk"), named(base))
                            .withArguments(keyArguments(table))
                            .describedAs(
                                    "fetch data from the table: "
                                            + label
                                            + " using primary key columns");
            add(queries, Kind.BY_PK, table, field);
        }
    }

    void addMutations(RoleTable table) {
        String base = table.graphqlName();
        String label = "\"" + table.model().name() + "\"";
        InputValue objects =
                InputValue.of("objects", nonNullListOf(base + "_insert_input"))
                        .describedAs("the rows to be inserted");
        FieldDefinition many =
                FieldDefinition.of(
                                name(table, "insert", "insert_" + base),
                                named(base + "_mutation_response"))
                        .withArguments(upsertable(table, objects))
                        .describedAs("insert data into the table: " + label);
        add(mutations, Kind.INSERT, table, many);
        if (table.select().isEmpty()) {
            return;
        }
        InputValue object =
                InputValue.of("object", nonNull(base + "_insert_input"))
                        .describedAs("the row to be inserted");
        FieldDefinition one =
                FieldDefinition.of(
                                name(table, "insert_one", "insert_" + base + "_one"), named(base))
                        .withArguments(upsertable(table, object))
                        .describedAs("insert a single row into the table: " + label);
        add(mutations, Kind.INSERT_ONE, table, one);
    }

    private static void add(
            Map<String, RootField> roots, Kind kind, RoleTable table, FieldDefinition field) {
        roots.put(field.name(), new RootField(kind, table, field));
    }

    private static String name(RoleTable table, String key, String usual) {
        return table.model().rootField(key, usual);
    }

    /** Without a unique constraint there is nothing to be in conflict with. */
    private static Map<String, InputValue> upsertable(RoleTable table, InputValue rows) {
        if (table.model().table().constraints().isEmpty()) {
            return TypeCollector.arguments(rows);
        }
        InputValue onConflict =
                InputValue.of("on_conflict", named(table.graphqlName() + "_on_conflict"))
                        .describedAs("upsert condition");
        return TypeCollector.arguments(rows, onConflict);
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
}
