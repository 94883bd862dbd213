package org.fitmesh.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.SQLException;
import java.sql.Savepoint;
import org.fitmesh.error.ErrorCode;
import org.fitmesh.error.RequestException;

/** {@code bulk_keep_going}: commands in order; one that fails does not hinder the others. */
final class BulkKeepGoing implements Command {
    @Override
    public JsonNode run(Call call, Work work) throws SQLException {
        if (!call.args().isArray()) {
            throw new RequestException(
                    ErrorCode.PARSE_FAILED, "expected a list of commands", call.path());
        }
        ArrayNode answers = Answers.list();
        for (int i = 0; i < call.args().size(); i++) {
            Call one = Call.of(call.args().get(i), call.path().index(i));
            answers.add(attempt(one, work));
        }
        return answers;
    }

    private static JsonNode attempt(Call one, Work work) throws SQLException {
        Savepoint before = work.connection().setSavepoint();
        try {
            JsonNode answer = work.command(one).run(one, work);
            work.connection().releaseSavepoint(before);
            return answer;
        } catch (RequestException e) {
            work.connection().rollback(before);
            return failure(e);
        }
    }

    private static ObjectNode failure(RequestException failure) {
        ObjectNode told =
                Answers.object()
                        .put("path", failure.path().text())
                        .put("error", failure.getMessage())
                        .put("code", failure.codeText());
        failure.internalJson().ifPresent(json -> told.set("internal", Answers.json(json)));
        return told;
    }
}
