package org.fitmesh.plan.table;

import org.fitmesh.graphql.operation.SelectedField;
import org.fitmesh.schema.RoleSchema;
import org.fitmesh.schema.access.RoleTable;
import org.fitmesh.schema.filter.Filter;

/** Reads {@code delete_<table>} and {@code delete_<table>_by_pk}. */
public final class DeleteReader {
    private DeleteReader() {}

    /** {@code delete_<table>}. */
    public static DeleteQuery where(
            RoleSchema schema, RoleTable table, SelectedField field, WriteResponse response) {
        Filter where = new WhereReader(schema).read(table, field.arguments().get("where"));
        return query(table, where, response);
    }

    /** {@code delete_<table>_by_pk}. */
    public static DeleteQuery byKey(RoleTable table, SelectedField field, WriteResponse response) {
        return query(table, KeyReader.key(table, field.arguments()), response);
    }

    private static DeleteQuery query(RoleTable table, Filter rows, WriteResponse response) {
        Filter permitted = table.delete().orElseThrow().filter();
        return new DeleteQuery(table.model().table(), Filter.both(permitted, rows), response);
    }
}
