package org.fitmesh.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.SQLException;

/** {@code fitmesh_redeliver_failed_events}: all events of a trigger that were given up. */
final class RedeliverFailedEvents implements Command {
    @Override
    public JsonNode run(Call call, Work work) throws SQLException {
        Arguments arguments = call.arguments();
        EventTriggerNames.find(work.metadata().document(), arguments);
        int count = work.eventLog().redeliverFailed(arguments.text("name"));
        work.raisedEvents();
        return Answers.object().put("count", count);
    }
}
