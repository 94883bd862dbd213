package org.fitmesh.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.fitmesh.catalog.TableName;
import org.fitmesh.error.ErrorCode;
import org.fitmesh.error.ErrorPath;
import org.fitmesh.error.RequestException;
import org.fitmesh.metadata.MetadataDocument;

/** {@code pg_create_event_trigger}; with {@code replace} it changes the one there is. */
final class CreateEventTrigger implements Command {
    private static final List<String> OPERATIONS = List.of("insert", "update", "delete");
    private static final String MANUAL = "enable_manual";
    private static final String TRIGGERS = "event_triggers";

    /** What the metadata keeps at the same key. */
    private static final List<String> KEPT =
            List.of(
                    "comment",
                    "webhook",
                    "webhook_from_env",
                    "headers",
                    "request_transform",
                    "response_transform",
                    "cleanup_config",
                    "trigger_on_replication",
                    "fitmesh");

    @Override
    public JsonNode run(Call call, Work work) throws SQLException {
        Arguments arguments = call.arguments();
        TableName table = arguments.table("table");
        ObjectNode entry = entry(arguments);
        boolean replace = arguments.flag("replace");
        if (!isTracked(table, work)) {
            throw Subject.noTable(table, work.sourceName(), call.path().key("table"));
        }
        work.edit(
                call.path(),
                document -> {
                    if (replace) {
                        replace(document, arguments, table, entry);
                    } else {
                        add(document, arguments, table, entry);
                    }
                });
        return Answers.success();
    }

    /** By the metadata or by an entity. */
    private static boolean isTracked(TableName table, Work work) throws SQLException {
        return work.resolved().catalog().find(table).isPresent()
                && work.resolved().tracked().stream().anyMatch(t -> t.table().equals(table));
    }

    private static void add(
            MetadataDocument document, Arguments arguments, TableName table, ObjectNode entry) {
        String name = arguments.text("name");
        if (document.eventTrigger(name).isPresent()) {
            throw new RequestException(
                            ErrorCode.ALREADY_EXISTS,
                            "Event trigger with name \"" + name + "\" already exists",
                            arguments.path().key("name"))
                    .withHint("choose another name, or send \"replace\": true");
        }
        MetadataDocument.list(document.tableOrNew(table), TRIGGERS).add(entry);
    }

    private static void replace(
            MetadataDocument document, Arguments arguments, TableName table, ObjectNode entry) {
        MetadataDocument.Place place = EventTriggerNames.find(document, arguments);
        if (!place.table().equals(table)) {
            throw new RequestException(
                            ErrorCode.NOT_SUPPORTED,
                            "cannot replace table or schema for trigger",
                            arguments.path().key("table"))
                    .withHint("delete the trigger and create it on " + table);
        }
        place.list().set(place.index(), entry);
    }

    /** The arguments as the metadata writes them. */
    private static ObjectNode entry(Arguments arguments) {
        ObjectNode entry = Answers.object().put("name", arguments.text("name"));
        ObjectNode definition = entry.putObject("definition");
        definition.put(MANUAL, arguments.flag(MANUAL));
        for (String operation : OPERATIONS) {
            arguments.optional(operation).ifPresent(spec -> definition.set(operation, spec));
        }
        if (definition.size() == 1 && !arguments.flag(MANUAL)) {
            throw arguments.failed(
                    "atleast one amongst insert/update/delete/enable_manual spec must be provided",
                    ErrorPath.ROOT);
        }
        entry.set("retry_conf", retries(arguments.optional("retry_conf")));
        for (String key : KEPT) {
            arguments.optional(key).ifPresent(value -> entry.set(key, value));
        }
        return entry;
    }

    /** Hasura writes the defaults out; what else is given stays as it is. */
    private static JsonNode retries(Optional<JsonNode> given) {
        ObjectNode retries =
                Answers.object()
                        .put("interval_sec", 10)
                        .put("num_retries", 0)
                        .put("timeout_sec", 60);
        if (given.isEmpty()) {
            return retries;
        }
        return given.get() instanceof ObjectNode object ? retries.setAll(object) : given.get();
    }
}
