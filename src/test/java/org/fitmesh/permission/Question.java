package org.fitmesh.permission;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.fitmesh.permission.Garden.Table;

/**
 * A query of one root field, and whether an answer is right.
 *
 * @param variables their values
 * @param otherVariables others of the same types
 */
record Question(String text, ObjectNode variables, ObjectNode otherVariables, Answer answer) {

    @FunctionalInterface
    interface Answer {
        boolean isRight(Reading reading, JsonNode answer);
    }

    static Question random(Pick pick, Reading reading, Table table) {
        Variables variables = new Variables(pick);
        String name = table.name();
        if (reading.columns(name).contains("id") && pick.oneIn(5)) {
            Integer key = pick.below(9);
            Selection selection = Selection.random(pick, reading, table, 1);
            String field = name + "_by_pk(id: " + key + ") " + selection.text(variables);
            return of(field, variables, (r, answer) -> byKey(r, name, key, selection, answer));
        }
        if (reading.aggregates(name) && pick.oneIn(4)) {
            Aggregates aggregates = Aggregates.random(pick, reading, table, 1);
            String field = name + "_aggregate" + aggregates.text(variables);
            return of(field, variables, (r, a) -> aggregates.matches(r, name, r.visible(name), a));
        }
        Rows rows = Rows.random(pick, reading, table, 2);
        String field = name + rows.text(variables);
        return of(field, variables, (r, answer) -> rows.matches(r, name, r.visible(name), answer));
    }

    private static Question of(String field, Variables variables, Answer answer) {
        return new Question(
                variables.head("query") + " { " + field + " }",
                variables.values(),
                variables.others(),
                answer);
    }

    private static boolean byKey(
            Reading reading, String table, Integer key, Selection selection, JsonNode answer) {
        List<Map<String, Object>> found =
                reading.visible(table).stream()
                        .filter(row -> key.equals(reading.cell(table, row, "id")))
                        .toList();
        return found.isEmpty()
                ? answer.isNull()
                : selection.matches(reading, table, found.get(0), answer);
    }

    boolean matches(Reading reading, JsonNode given) {
        return answer.isRight(reading, given);
    }
}
