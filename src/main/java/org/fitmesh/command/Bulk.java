package org.fitmesh.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.sql.SQLException;
import org.fitmesh.error.ErrorCode;
import org.fitmesh.error.RequestException;

/**
 * {@code bulk}, {@code bulk_atomic} and {@code concurrent_bulk}: commands in order, all of them or
 * none.
 */
final class Bulk implements Command {
    @Override
    public JsonNode run(Call call, Work work) throws SQLException {
        if (!call.args().isArray()) {
            throw new RequestException(
                    ErrorCode.PARSE_FAILED, "expected a list of commands", call.path());
        }
        ArrayNode answers = Answers.list();
        for (int i = 0; i < call.args().size(); i++) {
            Call one = Call.of(call.args().get(i), call.path().index(i));
            answers.add(work.command(one).run(one, work));
        }
        return answers;
    }
}
