package org.fitmesh.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.SQLException;
import org.fitmesh.error.ErrorCode;
import org.fitmesh.error.RequestException;

/**
 * {@code pg_track_tables} and {@code pg_untrack_tables}: all of them, or none.
 *
 * @param type the command for one of them
 */
record TrackedTablesChange(String type) implements Command {
    @Override
    public JsonNode run(Call call, Work work) throws SQLException {
        JsonNode tables = call.arguments().required("tables");
        if (!tables.isArray()) {
            throw new RequestException(
                    ErrorCode.PARSE_FAILED,
                    "expected a list for the key 'tables'",
                    call.path().key("tables"));
        }
        for (int i = 0; i < tables.size(); i++) {
            Call one =
                    new Call(
                            type,
                            tables.get(i),
                            call.version(),
                            call.path().key("tables").index(i));
            work.command(one).run(one, work);
        }
        return Answers.success();
    }
}
