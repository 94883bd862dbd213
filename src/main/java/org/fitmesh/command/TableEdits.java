package org.fitmesh.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.fitmesh.catalog.TableName;
import org.fitmesh.error.ErrorCode;
import org.fitmesh.error.RequestException;
import org.fitmesh.metadata.MetadataDocument;

/** Commands that track tables, and say how a table is shown. */
final class TableEdits {
    private static final String TABLES = "tables";
    private static final String IS_ENUM = "is_enum";
    private static final String CONFIGURATION = "configuration";

    /** The edits by the name that follows {@code pg_}. */
    static final Map<String, Edit.Change> ALL =
            Map.of(
                    "track_table", TableEdits::track,
                    "untrack_table", TableEdits::untrack,
                    "set_table_customization", TableEdits::customize,
                    "set_table_is_enum", TableEdits::setEnum,
                    "set_apollo_federation_config", TableEdits::federate);

    private TableEdits() {}

    private static void track(Arguments arguments, Subject subject) {
        TableName table = arguments.table("table");
        if (subject.document().table(table).isPresent()) {
            throw new RequestException(
                    ErrorCode.ALREADY_TRACKED,
                    "view/table already tracked: " + Names.quoted(table),
                    arguments.path());
        }
        if (FunctionEdits.isTracked(table, subject.document())) {
            throw new RequestException(
                    ErrorCode.NOT_SUPPORTED,
                    "function with name " + Names.quoted(table) + " already exists",
                    arguments.path());
        }
        requireNoRemoteField(table, arguments, subject);
        new CustomNames(arguments).require(CONFIGURATION, CustomNames::ofTable);
        ObjectNode entry = subject.document().tableOrNew(table);
        if (arguments.flag(IS_ENUM)) {
            entry.put(IS_ENUM, true);
        }
        arguments.optional(CONFIGURATION).ifPresent(value -> entry.set(CONFIGURATION, value));
        arguments
                .optional("apollo_federation_config")
                .ifPresent(value -> entry.set("apollo_federation_config", value));
    }

    /** Hasura looks for that one name, whose clash it tells in words of its own. */
    private static void requireNoRemoteField(
            TableName table, Arguments arguments, Subject subject) {
        String name = table.toString().replace('.', '_');
        boolean hasOwnNames = arguments.optional(CONFIGURATION).isPresent();
        if (!hasOwnNames && subject.now().snapshot().hasRemoteQuery(name)) {
            throw new RequestException(
                    ErrorCode.REMOTE_SCHEMA_CONFLICTS,
                    "node " + name + " already exists in current graphql schema",
                    arguments.path());
        }
    }

    private static void untrack(Arguments arguments, Subject subject) {
        TableName table = arguments.table("table");
        ObjectNode source = subject.document().sourceOrNew();
        ArrayNode tables = MetadataDocument.list(source, TABLES);
        for (int i = 0; i < tables.size(); i++) {
            if (MetadataDocument.tableName(tables.path(i).path("table"))
                    .filter(table::equals)
                    .isPresent()) {
                tables.remove(i);
                return;
            }
        }
        throw new RequestException(
                ErrorCode.ALREADY_UNTRACKED,
                "view/table already untracked: " + Names.quoted(table),
                arguments.path());
    }

    private static void customize(Arguments arguments, Subject subject) {
        new CustomNames(arguments).require(CONFIGURATION, CustomNames::ofTable);
        Entries.put(subject.table(arguments), CONFIGURATION, arguments.optional(CONFIGURATION));
    }

    /** The older command, whose parts stand beside the table. */
    static void customizeFields(Arguments arguments, Subject subject) {
        new CustomNames(arguments).ofTable(arguments.json(), arguments.path());
        ObjectNode entry = subject.table(arguments);
        ObjectNode configuration =
                entry.get(CONFIGURATION) instanceof ObjectNode object
                        ? object
                        : entry.putObject(CONFIGURATION);
        for (String key : new String[] {"custom_root_fields", "custom_column_names"}) {
            Entries.put(configuration, key, arguments.optional(key));
        }
    }

    private static void setEnum(Arguments arguments, Subject subject) {
        ObjectNode entry = subject.table(arguments);
        arguments.required(IS_ENUM);
        if (arguments.flag(IS_ENUM)) {
            entry.put(IS_ENUM, true);
        } else {
            entry.remove(IS_ENUM);
        }
    }

    private static void federate(Arguments arguments, Subject subject) {
        String key = "apollo_federation_config";
        ObjectNode entry = subject.table(arguments);
        Entries.put(entry, key, arguments.optional(key).map(JsonNode.class::cast));
    }
}
