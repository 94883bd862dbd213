package org.fitmesh.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.SQLException;
import java.util.List;
import org.fitmesh.metadata.Inconsistency;

/** {@code reload_metadata}: all nodes read the database's tables and the remotes' types anew. */
final class ReloadMetadata implements Command {
    @Override
    public JsonNode run(Call call, Work work) throws SQLException {
        work.reload();
        List<Inconsistency> inconsistencies = work.resolved().inconsistencies();
        ObjectNode answer = Answers.success().put("is_consistent", inconsistencies.isEmpty());
        return inconsistencies.isEmpty()
                ? answer
                : answer.set("inconsistent_objects", Answers.objects(inconsistencies));
    }
}
