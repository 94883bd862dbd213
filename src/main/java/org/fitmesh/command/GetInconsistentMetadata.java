package org.fitmesh.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.SQLException;

/** {@code get_inconsistent_metadata}: what cannot be honoured, and why. */
final class GetInconsistentMetadata implements Command {
    @Override
    public JsonNode run(Call call, Work work) throws SQLException {
        return Answers.consistency(work.inconsistencies(), work.metadata().document());
    }
}
