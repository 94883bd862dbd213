package org.fitmesh.execute;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fitmesh.error.ErrorCode;
import org.fitmesh.error.RequestException;
import org.fitmesh.plan.RootPlan.NestedInsert;
import org.fitmesh.plan.Written;
import org.fitmesh.plan.table.InsertStep;
import org.fitmesh.plan.table.WrittenKey;

/** Runs a nested insert: its statements, each with what those before it have written. */
final class NestedInsertRun {
    private final Statements statements;

    /** For each step that is done: a list for each row, with the texts of its values. */
    private final List<JsonNode> keys = new ArrayList<>();

    /** The rows of the root field, as the inside of a JSON list. */
    private final StringBuilder rows = new StringBuilder();

    private int count;

    NestedInsertRun(Statements statements) {
        this.statements = statements;
    }

    /** What a step tells; null where nobody needs it. */
    private record Told(int count, byte[] keys, String rows) {
        static Told read(ResultSet result) throws SQLException {
            result.next();
            return new Told(
                    result.getInt("count"), result.getBytes("keys"), result.getString("rows"));
        }
    }

    /**
     * The JSON of the field's answer.
     *
     * @throws RequestException not-supported when a row was left out that another depends on
     */
    byte[] run(NestedInsert insert) {
        for (NestedInsert.Step step : insert.steps()) {
            Told told =
                    statements.run(insert.key(), step.write(), written(), step.path(), Told::read);
            take(step, told);
        }
        return statements.answer(insert, written());
    }

    private Written written() {
        return new Written("[" + rows + "]", count, this::key);
    }

    private String key(WrittenKey key) {
        JsonNode value = keys.get(key.step()).get(key.row()).get(key.key());
        return value.textValue();
    }

    private void take(NestedInsert.Step step, Told told) {
        Optional<InsertStep.Missing> required = step.required();
        if (told.count() < step.rows() && required.isPresent()) {
            throw new RequestException(
                    ErrorCode.NOT_SUPPORTED, required.get().message(), required.get().path());
        }
        count += told.count();
        keys.add(
                told.keys() == null
                        ? JsonNodeFactory.instance.arrayNode()
                        : Trees.read(told.keys()));
        if (told.rows() != null && told.rows().length() > 2) {
            String separator = rows.isEmpty() ? "" : ",";
            rows.append(separator).append(told.rows(), 1, told.rows().length() - 1);
        }
    }
}
