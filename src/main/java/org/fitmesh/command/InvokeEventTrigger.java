package org.fitmesh.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.SQLException;
import org.fitmesh.error.ErrorCode;
import org.fitmesh.error.RequestException;
import org.fitmesh.metadata.MetadataDocument.Place;

/** {@code pg_invoke_event_trigger}: an event with a payload of the caller's. */
final class InvokeEventTrigger implements Command {
    @Override
    public JsonNode run(Call call, Work work) throws SQLException {
        Arguments arguments = call.arguments();
        JsonNode payload = arguments.required("payload");
        Place place = EventTriggerNames.find(work.metadata().document(), arguments);
        if (!place.element().path("definition").path("enable_manual").asBoolean()) {
            throw new RequestException(
                            ErrorCode.NOT_SUPPORTED,
                            "manual mode is not enabled for event trigger",
                            call.path())
                    .withHint("set \"enable_manual\": true on \"" + arguments.text("name") + "\"");
        }
        String id =
                work.eventLog()
                        .invoke(
                                arguments.text("name"),
                                place.table(),
                                payload.toString(),
                                Answers.texts(work.session().variables()).toString());
        work.raisedEvents();
        return Answers.object().put("event_id", id);
    }
}
