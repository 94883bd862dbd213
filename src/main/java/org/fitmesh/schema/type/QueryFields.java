package org.fitmesh.schema.type;

import static org.fitmesh.graphql.type.TypeReference.named;
import static org.fitmesh.graphql.type.TypeReference.nonNull;
import static org.fitmesh.graphql.type.TypeReference.nonNullListOf;

import java.util.ArrayList;
import java.util.List;
import org.fitmesh.graphql.type.FieldDefinition;
import org.fitmesh.schema.access.RoleTable;
import org.fitmesh.schema.access.SelectAccess;
import org.fitmesh.schema.type.RootField.Kind;

/** The fields of tables on {@code query_root}. */
record QueryFields(TypeCollector types, List<RootField> fields) {

    QueryFields(TypeCollector types) {
        this(types, new ArrayList<>());
    }

    void add(RoleTable table, SelectAccess access) {
        String base = table.graphqlName();
        String label = "\"" + table.model().name() + "\"";
        if (access.rootFields().contains("select")) {
            FieldDefinition field =
                    FieldDefinition.of(name(table, "select", base), nonNullListOf(base))
                            .withArguments(SelectTypes.listArguments(table))
                            .describedAs("fetch data from the table: " + label);
            add(Kind.SELECT, table, field);
        }
        if (access.aggregations() && access.rootFields().contains("select_aggregate")) {
            String usual = base + "_aggregate";
            FieldDefinition field =
                    FieldDefinition.of(name(table, "select_aggregate", usual), nonNull(usual))
                            .withArguments(SelectTypes.listArguments(table))
                            .describedAs("fetch aggregated fields from the table: " + label);
            add(Kind.AGGREGATE, table, field);
        }
        if (access.rootFields().contains("select_by_pk") && table.hasReadableKey()) {
            FieldDefinition field =
                    FieldDefinition.of(name(table, "select_by_pk", base + "_by_pk"), named(base))
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

    private static String name(RoleTable table, String key, String usual) {
        return table.model().rootField(key, usual);
    }
}
