package org.fitmesh.permission;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.TreeMap;
import org.fitmesh.permission.NewRows.NewRow;

/**
 * Rows to insert as the value of a variable.
 *
 * @param value what stands for a value of a column; the column's type comes first
 */
record RowsAsJson(Value value) {
    private static final ObjectMapper JSON = new ObjectMapper();

    @FunctionalInterface
    interface Value {
        Object of(Garden.Type type, Object given);
    }

    /** Conditions are written as text alone. */
    static boolean canBe(NewRows rows) {
        return rows.rows().stream()
                .flatMap(row -> row.related().values().stream())
                .allMatch(
                        related ->
                                (related.onConflict() == null
                                                || related.onConflict().where() == null)
                                        && canBe(related));
    }

    /**
     * The JSON of the rows, without what is done on a conflict of theirs.
     *
     * @param list whether they are a list; else there is one
     */
    JsonNode of(NewRows rows, boolean list) {
        if (!list) {
            return row(rows, rows.rows().get(0));
        }
        ArrayNode objects = JSON.createArrayNode();
        rows.rows().forEach(row -> objects.add(row(rows, row)));
        return objects;
    }

    private ObjectNode row(NewRows rows, NewRow row) {
        ObjectNode object = JSON.createObjectNode();
        new TreeMap<>(row.given())
                .forEach(
                        (column, given) ->
                                object.set(
                                        column,
                                        JSON.valueToTree(
                                                value.of(rows.table().type(column), given))));
        row.related()
                .forEach(
                        (rel, related) -> {
                            ObjectNode nested = object.putObject(rel.name());
                            nested.set("data", of(related, rel.array()));
                            if (related.onConflict() != null) {
                                nested.set("on_conflict", onConflict(related.onConflict()));
                            }
                        });
        return object;
    }

    private static ObjectNode onConflict(OnConflict onConflict) {
        ObjectNode json = JSON.createObjectNode();
        json.put("constraint", onConflict.constraint());
        onConflict.updateColumns().forEach(json.putArray("update_columns")::add);
        return json;
    }
}
