package org.fitmesh.permission;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.fitmesh.permission.Garden.Rel;
import org.fitmesh.permission.Garden.Table;

/**
 * Rows to insert, as they are given in one place of the request.
 *
 * @param onConflict null: none
 */
record NewRows(Table table, List<NewRow> rows, OnConflict onConflict) {

    /**
     * A row.
     *
     * @param given what the client gives of its columns
     * @param related the rows of relationships that are inserted along with it
     */
    record NewRow(Map<String, Object> given, Map<Rel, NewRows> related) {
        boolean isAlone() {
            return related.isEmpty();
        }

        boolean hasArrays() {
            return related.keySet().stream().anyMatch(Rel::array);
        }
    }

    /**
     * As arguments of a field or fields of an object.
     *
     * @param name that the rows have there
     * @param list whether they are a list; else there is one
     */
    String text(String name, boolean list, Variables variables) {
        List<String> texts = new ArrayList<>();
        rows.forEach(row -> texts.add(text(row, variables)));
        String objects = String.join(", ", texts);
        return arguments(name, list ? "[" + objects + "]" : objects, variables);
    }

    /** The same arguments, the rows in one variable. */
    String inVariable(String name, boolean list, Variables variables) {
        String type = table.name() + "_insert_input!";
        String objects =
                variables.add(list ? "[" + type + "]!" : type, values -> values.of(this, list));
        return arguments(name, objects, variables);
    }

    private String arguments(String name, String objects, Variables variables) {
        String conflict = onConflict == null ? "" : onConflict.text(variables);
        return name + ": " + objects + (conflict.isEmpty() ? "" : ", on_conflict: " + conflict);
    }

    private String text(NewRow row, Variables variables) {
        List<String> fields = new ArrayList<>();
        new TreeMap<>(row.given())
                .forEach(
                        (column, value) ->
                                fields.add(
                                        column
                                                + ": "
                                                + variables.addOrNull(table.type(column), value)));
        row.related()
                .forEach(
                        (rel, rows) ->
                                fields.add(
                                        "%s: {%s}"
                                                .formatted(
                                                        rel.name(),
                                                        rows.text(
                                                                "data", rel.array(), variables))));
        return "{" + String.join(", ", fields) + "}";
    }
}
