package org.fitmesh.schema.type;

import static org.fitmesh.graphql.type.TypeReference.named;
import static org.fitmesh.graphql.type.TypeReference.nonNull;
import static org.fitmesh.graphql.type.TypeReference.nonNullListOf;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.fitmesh.graphql.type.FieldDefinition;
import org.fitmesh.naming.Words;
import org.fitmesh.schema.access.RoleTable;
import org.fitmesh.schema.access.SelectAccess;
import org.fitmesh.schema.type.RootField.Kind;

/** The fields of tables on {@code query_root}. */
record QueryFields(TypeCollector types, List<RootField> fields) {

    QueryFields(TypeCollector types) {
        this(types, new ArrayList<>());
    }

    void add(RoleTable table, SelectAccess access) {
        String label = "\"" + table.model().name() + "\"";
        if (access.rootFields().contains("select")) {
            FieldDefinition field =
                    FieldDefinition.of(
                                    name(table, "select", words -> words),
                                    nonNullListOf(table.typeName()))
                            .withArguments(SelectTypes.listArguments(table))
                            .describedAs("fetch data from the table: " + label);
            add(Kind.SELECT, table, field);
        }
        if (access.aggregations() && access.rootFields().contains("select_aggregate")) {
            FieldDefinition field =
                    FieldDefinition.of(
                                    name(
                                            table,
                                            "select_aggregate",
                                            words -> words.then("aggregate")),
                                    nonNull(table.typeName("aggregate")))
                            .withArguments(SelectTypes.listArguments(table))
                            .describedAs("fetch aggregated fields from the table: " + label);
            add(Kind.AGGREGATE, table, field);
        }
        if (access.rootFields().contains("select_by_pk") && table.hasReadableKey()) {
            FieldDefinition field =
                    FieldDefinition.of(
                                    name(table, "select_by_pk", words -> words.then("by_pk")),
                                    named(table.typeName()))
                            .withArguments(types.keyArguments(table))
                            .describedAs(
                                    "fetch data from the table: "
                                            + label
                                            + " using primary key columns");
            add(Kind.BY_PK, table, field);
        }
    }

    private void add(Kind kind, RoleTable table, FieldDefinition field) {
        fields.add(RootField.described(kind, table, field));
    }

    private static String name(RoleTable table, String key, UnaryOperator<Words> usual) {
        return table.model().rootField(key, usual);
    }
}
