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
        ObjectNode answer = Answers.success();
        work.reload(inconsistencies -> tell(inconsistencies, answer));
        return answer;
    }

    private static void tell(List<Inconsistency> inconsistencies, ObjectNode answer) {
        answer.put("is_consistent", inconsistencies.isEmpty());
        if (!inconsistencies.isEmpty()) {
            answer.set("inconsistent_objects", Answers.objects(inconsistencies));
        }
    }
}
