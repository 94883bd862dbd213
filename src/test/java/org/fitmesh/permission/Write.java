package org.fitmesh.permission;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fitmesh.permission.Garden.Table;
import org.fitmesh.permission.Garden.Type;

/**
 * A delete or an update of one root field, and what it must do.
 *
 * @param where which rows, by {@code where} or by the key
 * @param byKey whether one row is answered, found by its key
 * @param column what an update sets; empty: a delete
 */
record Write(
        Table table,
        Condition where,
        boolean byKey,
        Optional<String> column,
        Object value,
        Selection selection,
        String text,
        Variables variables)
        implements Change {

    /** A write of a role that has the permission; the table is readable. */
    static Write random(Pick pick, Reading reading, Table table) {
        boolean byKey = reading.columns(table.name()).contains("id") && pick.oneIn(3);
        int key = pick.below(9);
        Condition where =
                byKey
                        ? new Condition.Test("id", Type.INT, "_eq", key)
                        : Condition.random(pick, reading, table, 2);
        Optional<String> column = Optional.empty();
        Object value = null;
        if (pick.oneIn(2)) {
            JsonNode columns =
                    reading.permission("update_permissions", table.name()).get("columns");
            column = Optional.of(columns.get(pick.below(columns.size())).asText());
            value = pick.value(table.columns().get(column.get()));
        }
        Selection selection = Selection.random(pick, reading, table, 1);
        Variables variables = new Variables(pick);
        String field = column.isPresent() ? "update_" : "delete_";
        String rows = "where: " + (byKey ? "" : where.text(variables));
        if (byKey) {
            String id = "id: " + variables.add(Type.INT, key);
            // a key is never null
            rows = column.isPresent() ? "pk_columns: {%s}".formatted(id) : id;
        }
        String set = "";
        if (column.isPresent()) {
            Type type = table.columns().get(column.get());
            set = ", _set: {%s: %s}".formatted(column.get(), variables.add(type, value));
        }
        String answer = selection.text(variables);
        String body =
                "%s%s%s(%s%s) %s"
                        .formatted(
                                field,
                                table.name(),
                                byKey ? "_by_pk" : "",
                                rows,
                                set,
                                byKey ? answer : "{ affected_rows returning " + answer + " }");
        String text = variables.head("mutation") + " { " + body + " }";
        if (byKey) {
            text = text.replaceFirst(": Int", ": Int!");
        }
        return new Write(table, where, byKey, column, value, selection, text, variables);
    }

    @Override
    public String kind() {
        return column.isPresent() ? "update" : "delete";
    }

    @Override
    public boolean matches(Reading before, Outcome outcome) {
        String kind = column.isPresent() ? "update_permissions" : "delete_permissions";
        JsonNode permission = before.permission(kind, table.name());
        List<Map<String, Object>> rows = new ArrayList<>();
        List<Map<String, Object>> written = new ArrayList<>();
        boolean passed = true;
        // the client may ask for every row that the permission to write gives
        Reading all =
                before.after(table.name(), before.all(table.name()), before.all(table.name()));
        for (Map<String, Object> row : before.all(table.name())) {
            if (!before.isTrue(permission.get("filter"), table.name(), row)
                    || !Boolean.TRUE.equals(where.test(all, table.name(), row))) {
                rows.add(row);
            } else if (column.isEmpty()) {
                written.add(row);
            } else {
                Map<String, Object> changed = changed(before, permission, row);
                passed &= before.isTrue(permission.get("check"), table.name(), changed);
                rows.add(changed);
                written.add(changed);
            }
        }
        if (!passed) {
            return outcome.equals(new Outcome.Refused(Refusal.CHECK));
        }
        if (!(outcome instanceof Outcome.Answered answered)) {
            return false;
        }
        Reading after = before.after(table.name(), rows, written);
        JsonNode answer = answered.answer();
        return byKey ? isRow(after, written, answer) : isList(after, written, answer);
    }

    private boolean isRow(Reading after, List<Map<String, Object>> written, JsonNode answer) {
        return written.isEmpty()
                ? answer.isNull()
                : selection.matches(after, table.name(), written.get(0), answer);
    }

    private boolean isList(Reading after, List<Map<String, Object>> written, JsonNode answer) {
        return answer.path("affected_rows").asInt() == written.size()
                && Rows.areAll(selection, after, table.name(), written, answer.path("returning"));
    }

    private Map<String, Object> changed(
            Reading reading, JsonNode permission, Map<String, Object> row) {
        Map<String, Object> changed = new HashMap<>(row);
        changed.put(column.orElseThrow(), value);
        changed.putAll(reading.presets(permission, table));
        return Garden.withComputed(table.name(), changed);
    }
}
