package org.fitmesh.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.SQLException;

/** {@code pg_get_event_invocation_logs}: the deliveries of a trigger, the newest first. */
final class GetEventInvocationLogs implements Command {
    @Override
    public JsonNode run(Call call, Work work) throws SQLException {
        Arguments arguments = call.arguments();
        return Answers.json(
                work.eventLog()
                        .invocations(
                                arguments.text("name"),
                                arguments.count("limit", GetEventLogs.LIMIT),
                                arguments.count("offset", 0)));
    }
}
