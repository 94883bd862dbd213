package org.fitmesh.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.SQLException;
import org.fitmesh.metadata.MetadataDocument;

/** {@code pg_delete_event_trigger}: its events that wait or have failed are archived. */
final class DeleteEventTrigger implements Command {
    @Override
    public JsonNode run(Call call, Work work) throws SQLException {
        Arguments arguments = call.arguments();
        work.edit(
                call.path(),
                document -> {
                    MetadataDocument.Place place = EventTriggerNames.find(document, arguments);
                    place.list().remove(place.index());
                });
        return Answers.success();
    }
}
