package org.fitmesh.permission;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.fitmesh.permission.Garden.Table;

/**
 * An insert of one row, and what it must do.
 *
 * @param given what the client gives
 */
record Addition(
        Table table,
        Map<String, Object> given,
        Selection selection,
        String text,
        Variables variables)
        implements Change {
    /** No row of the garden has it. */
    private static final Integer KEY = 99;

    /** An insert of a role that has the permission; the table is readable. */
    static Addition random(Pick pick, Reading reading, Table table) {
        Map<String, Object> given = new TreeMap<>();
        for (JsonNode column :
                reading.permission("insert_permissions", table.name()).get("columns")) {
            String name = column.asText();
            given.put(name, name.equals("id") ? KEY : pick.value(table.columns().get(name)));
        }
        Selection selection = Selection.random(pick, reading, table, 1);
        Variables variables = new Variables(pick);
        List<String> values = new ArrayList<>();
        given.forEach(
                (name, value) ->
                        values.add(name + ": " + variables.add(table.columns().get(name), value)));
        String body =
                "insert_%s(objects: [{%s}]) { affected_rows returning %s }"
                        .formatted(
                                table.name(), String.join(", ", values), selection.text(variables));
        String text = variables.head("mutation") + " { " + body + " }";
        return new Addition(table, given, selection, text, variables);
    }

    @Override
    public boolean matches(Reading before, Optional<JsonNode> answer) {
        JsonNode permission = before.permission("insert_permissions", table.name());
        Map<String, Object> row = new HashMap<>();
        table.columns().keySet().forEach(column -> row.put(column, null));
        row.putAll(given);
        row.putAll(before.presets(permission, table));
        Garden.withComputed(table.name(), row);
        boolean passed = before.isTrue(permission.get("check"), table.name(), row);
        if (!passed || answer.isEmpty()) {
            return !passed && answer.isEmpty();
        }
        List<Map<String, Object>> rows = new ArrayList<>(before.all(table.name()));
        rows.add(row);
        Reading after = before.after(table.name(), rows, List.of(row));
        return answer.get().path("affected_rows").asInt() == 1
                && Rows.areAll(
                        selection,
                        after,
                        table.name(),
                        List.of(row),
                        answer.get().path("returning"));
    }
}
