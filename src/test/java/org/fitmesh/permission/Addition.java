package org.fitmesh.permission;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.fitmesh.permission.Garden.Table;

/**
 * An insert, which may be an upsert and may insert rows of relationships along, and what it must
 * do.
 *
 * @param one whether the field takes one row and answers it
 */
record Addition(NewRows rows, boolean one, Selection selection, String text, Variables variables)
        implements Change {

    /** An insert of a role that has the permission; the table is readable. */
    static Addition random(Pick pick, Reading reading, Table table) {
        NewRows rows = new RandomRows(pick, reading).root(table);
        boolean one = rows.rows().size() == 1 && pick.oneIn(2);
        Selection selection = Selection.random(pick, reading, table, 1);
        Variables variables = new Variables(pick);
        String name = one ? "object" : "objects";
        String arguments =
                RowsAsJson.canBe(rows) && pick.oneIn(2)
                        ? rows.inVariable(name, !one, variables)
                        : rows.text(name, !one, variables);
        String answer = selection.text(variables);
        String body =
                "insert_%s%s(%s) %s"
                        .formatted(
                                table.name(),
                                one ? "_one" : "",
                                arguments,
                                one ? answer : "{ affected_rows returning " + answer + " }");
        String text = variables.head("mutation") + " { " + body + " }";
        return new Addition(rows, one, selection, text, variables);
    }

    @Override
    public String kind() {
        boolean nested = rows.rows().stream().anyMatch(row -> !row.isAlone());
        return (nested ? "nested " : "") + (rows.onConflict() == null ? "insert" : "upsert");
    }

    @Override
    public boolean matches(Reading before, Outcome outcome) {
        Insertion insertion = new Insertion(before);
        try {
            List<Map<String, Object>> written = insertion.insert(rows);
            return outcome instanceof Outcome.Answered answered
                    && matches(insertion, written, answered.answer());
        } catch (Refusal.Thrown e) {
            return outcome.equals(new Outcome.Refused(e.refusal()));
        }
    }

    private boolean matches(
            Insertion insertion, List<Map<String, Object>> written, JsonNode answer) {
        String table = rows.table().name();
        Reading after = insertion.after(rows.table(), written);
        if (one) {
            return written.isEmpty()
                    ? answer.isNull()
                    : selection.matches(after, table, written.get(0), answer);
        }
        return answer.path("affected_rows").asInt() == insertion.count()
                && Rows.areAll(selection, after, table, written, answer.path("returning"));
    }
}
