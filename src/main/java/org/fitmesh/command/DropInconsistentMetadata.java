package org.fitmesh.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.SQLException;

/** {@code drop_inconsistent_metadata}: what cannot be honoured goes from the metadata. */
final class DropInconsistentMetadata implements Command {
    @Override
    public JsonNode run(Call call, Work work) throws SQLException {
        boolean more = true;
        while (more) {
            more = work.dropInconsistent();
        }
        return Answers.success();
    }
}
