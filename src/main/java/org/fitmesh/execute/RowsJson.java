package org.fitmesh.execute;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.fitmesh.plan.compile.Result;
import org.fitmesh.remote.JsonSlice;

/**
 * Plain rows as JSON, byte for byte what {@code row_to_json} and {@code json_agg} would write of
 * them.
 *
 * @param form a key and a form for each column
 */
record RowsJson(Result.Rows form) {
    /** Answers of one row and small lists fit; others double it. */
    private static final int ROW_BYTES = 512;

    private static final int LIST_BYTES = 8_192;

    JsonSlice read(ResultSet rows) throws SQLException {
        return form.list() ? list(rows) : single(rows);
    }

    private JsonSlice single(ResultSet rows) throws SQLException {
        if (!rows.next()) {
            return Statements.NULL;
        }
        JsonBytes json = new JsonBytes(ROW_BYTES);
        row(rows, json);
        return json.slice();
    }

    private JsonSlice list(ResultSet rows) throws SQLException {
        JsonBytes json = new JsonBytes(LIST_BYTES);
        json.add('[');
        for (boolean first = true; rows.next(); first = false) {
            if (!first) {
                json.add(',');
                json.add(' ');
            }
            row(rows, json);
        }
        json.add(']');
        return json.slice();
    }

    /** The bytes of a text come from the driver as they came from PostgreSQL: in UTF-8. */
    private void row(ResultSet rows, JsonBytes json) throws SQLException {
        List<Result.Cell> cells = form.cells();
        for (int i = 0; i < cells.size(); i++) {
            Result.Cell cell = cells.get(i);
            json.add(cell.before().utf8());
            json.value(rows.getBytes(i + 1), cell.form());
        }
        json.add(form.end().utf8());
    }
}
