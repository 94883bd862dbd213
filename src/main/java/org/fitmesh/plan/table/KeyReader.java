package org.fitmesh.plan.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.fitmesh.catalog.Column;
import org.fitmesh.graphql.operation.Input;
import org.fitmesh.graphql.operation.SelectedField;
import org.fitmesh.schema.RoleSchema;
import org.fitmesh.schema.access.RoleTable;
import org.fitmesh.schema.filter.Filter;
import org.fitmesh.schema.table.ComparisonOperator;

/** Reads {@code <table>_by_pk}: each column of the primary key is an argument. */
public final class KeyReader {
    private KeyReader() {}

    /** The row with that key, outputs still empty. */
    public static TableQuery read(RoleSchema schema, RoleTable table, SelectedField field) {
        return new ListReader(schema).rowsWhere(table, key(table, field.arguments()));
    }

    /** The row whose columns have these values. */
    static Filter key(RoleTable table, Map<String, Input> values) {
        List<Filter> parts = new ArrayList<>();
        for (Map.Entry<String, Input> value : values.entrySet()) {
            Column column = table.model().columns().get(value.getKey());
            parts.add(
                    new Filter.Compare(
                            column,
                            ComparisonOperator.EQ,
                            Operands.required(value.getValue(), column)));
        }
        return new Filter.ByClient(new Filter.All(parts));
    }
}
