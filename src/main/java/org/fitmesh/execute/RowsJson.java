package org.fitmesh.execute;

import java.sql.SQLException;
import java.util.List;
import org.fitmesh.plan.compile.Result;
import org.fitmesh.remote.JsonSlice;

/**
 * Plain rows as JSON, byte for byte what {@code row_to_json} and {@code json_agg} would write of
 * them.
 *
 * @param form keys and forms of the columns
 */
record RowsJson(Result.Rows form) {
    /** Answers of one row and small lists fit; others double it. */
    private static final int ROW_BYTES = 512;

    private static final int LIST_BYTES = 8_192;

    JsonSlice read(AnswerRows rows) throws SQLException {
        return form.list() ? list(rows) : single(rows);
    }

    private JsonSlice single(AnswerRows rows) throws SQLException {
        if (!rows.next()) {
            return Statements.NULL;
        }
        JsonBytes json = new JsonBytes(ROW_BYTES);
        row(rows, json, form.row(), 1);
        return json.slice();
    }

    private JsonSlice list(AnswerRows rows) throws SQLException {
        JsonBytes json = new JsonBytes(LIST_BYTES);
        json.add('[');
        for (boolean first = true; rows.next(); first = false) {
            if (!first) {
                json.add(',');
                json.add(' ');
            }
            row(rows, json, form.row(), 1);
        }
        json.add(']');
        return json.slice();
    }

    /**
     * The bytes of a text come from the driver as they came from PostgreSQL: in UTF-8.
     *
     * @param from the number of the first column
     */
    private static void row(AnswerRows rows, JsonBytes json, Result.Row row, int from)
            throws SQLException {
        List<Result.Member> members = row.members();
        int column = from;
        for (int i = 0; i < members.size(); i++) {
            Result.Member member = members.get(i);
            json.add(member.before().utf8());
            byte[] value = rows.bytes(column);
            if (member instanceof Result.Cell cell) {
                json.value(value, cell.form());
                column++;
                continue;
            }
            Result.Related related = (Result.Related) member;
            if (value == null) {
                json.value(null, Result.Form.JSON);
            } else {
                row(rows, json, related.row(), column + 1);
            }
            column += related.columns();
        }
        json.add(row.end().utf8());
    }
}
