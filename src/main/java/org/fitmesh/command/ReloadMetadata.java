package org.fitmesh.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.fitmesh.error.ErrorCode;
import org.fitmesh.error.RequestException;
import org.fitmesh.metadata.Inconsistency;
import org.fitmesh.metadata.MetadataDocument;

/**
 * {@code reload_metadata}: all nodes read the database's tables, the metadata and the remotes'
 * types anew, and make triggers of the database that are missing. What is to be reloaded may be
 * named, and is checked; all is reloaded in any case.
 */
final class ReloadMetadata implements Command {
    @Override
    public JsonNode run(Call call, Work work) throws SQLException {
        MetadataDocument document = work.metadata().document();
        if (call.args() instanceof ObjectNode object) {
            Arguments arguments = new Arguments(object, call.path());
            requireKnown(arguments, "reload_sources", names(document, "sources"));
            requireKnown(arguments, "recreate_event_triggers", names(document, "sources"));
            requireKnown(arguments, "reload_remote_schemas", names(document, "remote_schemas"));
        }
        ObjectNode answer = Answers.success();
        work.reload(inconsistencies -> tell(inconsistencies, document, answer));
        return answer;
    }

    /** True, false, or a list of names that must be in the metadata. */
    private static void requireKnown(Arguments arguments, String key, Set<String> known) {
        JsonNode given = arguments.optional(key).orElse(Answers.list());
        if (!given.isArray()) {
            arguments.flag(key);
            return;
        }
        for (JsonNode name : given) {
            if (!known.contains(name.textValue())) {
                throw new RequestException(
                        ErrorCode.NOT_EXISTS,
                        (key.contains("remote") ? "Remote schema" : "Source")
                                + " with name "
                                + Names.quoted(name.asText())
                                + " not found in metadata",
                        arguments.path());
            }
        }
    }

    private static Set<String> names(MetadataDocument document, String list) {
        return document.json()
                .path(list)
                .valueStream()
                .map(one -> one.path("name").asText())
                .collect(Collectors.toSet());
    }

    private static void tell(
            List<Inconsistency> inconsistencies, MetadataDocument document, ObjectNode answer) {
        answer.put("is_consistent", inconsistencies.isEmpty());
        if (!inconsistencies.isEmpty()) {
            answer.set("inconsistent_objects", Answers.objects(inconsistencies, document));
        }
    }
}
