package org.fitmesh.plan.table;

import java.util.ArrayList;
import java.util.List;
import org.fitmesh.graphql.operation.SelectedField;
import org.fitmesh.graphql.operation.Selection;
import org.fitmesh.schema.RoleSchema;
import org.fitmesh.schema.access.RoleTable;

/** Reads what a mutation of a table is asked to answer. */
public final class ResponseReader {
    private final RoleSchema schema;
    private final RoleTable table;
    private final Joins.Below joins = new Joins.Below();

    private ResponseReader(RoleSchema schema, RoleTable table) {
        this.schema = schema;
        this.table = table;
    }

    /** What was read, and where remotes and code join into the answer. */
    public record Read(WriteResponse response, Joins joins) {}

    /** {@code <table>_mutation_response}, or a list of them. */
    public static Read response(RoleSchema schema, RoleTable table, SelectedField field) {
        ResponseReader reader = new ResponseReader(schema, table);
        List<WriteResponse.Key> keys = new ArrayList<>();
        for (Selection selection : field.selections()) {
            keys.add(reader.key((SelectedField) selection));
        }
        return new Read(new WriteResponse(keys, false), reader.joins.alone());
    }

    /** The one row. */
    public static Read row(RoleSchema schema, RoleTable table, SelectedField field) {
        RowReader.Row row = RowReader.read(schema, table, field.selections());
        WriteResponse.Key returning = new WriteResponse.Returning("returning", row.outputs());
        return new Read(new WriteResponse(List.of(returning), true), row.joins());
    }

    private WriteResponse.Key key(SelectedField selected) {
        String key = selected.responseKey();
        return switch (selected.name()) {
            case "__typename" -> new WriteResponse.TypeName(key, selected.parentType());
            case "affected_rows" -> new WriteResponse.AffectedRows(key);
            default -> {
                RowReader.Row row = RowReader.read(schema, table, selected.selections());
                joins.put(key, row.joins());
                yield new WriteResponse.Returning(key, row.outputs());
            }
        };
    }
}
