package org.fitmesh.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Set;
import org.fitmesh.event.log.EventLog.Status;

/** {@code pg_get_event_logs}: the events of a trigger, the newest first. */
final class GetEventLogs implements Command {
    static final int LIMIT = 100;
    private static final Set<String> STATUSES = Set.of("pending", "processed", "error");

    @Override
    public JsonNode run(Call call, Work work) throws SQLException {
        Arguments arguments = call.arguments();
        return Answers.json(
                work.eventLog()
                        .events(
                                arguments.text("name"),
                                status(arguments),
                                arguments.count("limit", LIMIT),
                                arguments.count("offset", 0)));
    }

    private static Status status(Arguments arguments) {
        String status = arguments.optionalText("status").orElse("");
        if (status.isEmpty()) {
            return Status.ANY;
        }
        if (!STATUSES.contains(status)) {
            throw arguments.failed(
                    "expected pending, processed or error for the key 'status'",
                    arguments.path().key("status"));
        }
        return Status.valueOf(status.toUpperCase(Locale.ROOT));
    }
}
