package org.fitmesh.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.SQLException;
import org.fitmesh.state.VersionedMetadata;

/** {@code export_metadata}: version 2 also tells the resource version. */
final class ExportMetadata implements Command {
    @Override
    public JsonNode run(Call call, Work work) throws SQLException {
        VersionedMetadata metadata = work.metadata();
        if (call.version() < 2) {
            return metadata.document().json();
        }
        return Answers.object()
                .put("resource_version", metadata.version())
                .set("metadata", metadata.document().json());
    }
}
