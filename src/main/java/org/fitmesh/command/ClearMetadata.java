package org.fitmesh.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.SQLException;
import org.fitmesh.metadata.MetadataDocument;

/** {@code clear_metadata}: nothing is tracked any more but by entities. */
final class ClearMetadata implements Command {
    @Override
    public JsonNode run(Call call, Work work) throws SQLException {
        work.replace(MetadataDocument.empty(), false);
        return Answers.success();
    }
}
