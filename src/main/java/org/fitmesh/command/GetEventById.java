package org.fitmesh.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.SQLException;
import org.fitmesh.error.ErrorCode;
import org.fitmesh.error.RequestException;

/** {@code pg_get_event_by_id}: an event and its deliveries, the newest first. */
final class GetEventById implements Command {
    @Override
    public JsonNode run(Call call, Work work) throws SQLException {
        Arguments arguments = call.arguments();
        return work.eventLog()
                .event(
                        arguments.id("event_id"),
                        arguments.count("invocation_log_limit", GetEventLogs.LIMIT),
                        arguments.count("invocation_log_offset", 0))
                .map(Answers::json)
                .orElseThrow(
                        () ->
                                new RequestException(
                                        ErrorCode.NOT_EXISTS,
                                        "event not found",
                                        call.path().key("event_id")));
    }
}
