package org.fitmesh.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import org.fitmesh.catalog.FunctionName;
import org.fitmesh.catalog.TableName;
import org.fitmesh.error.ErrorCode;
import org.fitmesh.error.RequestException;
import org.fitmesh.metadata.MetadataDocument;
import org.fitmesh.state.Candidate;

/** Commands for tracked functions and for computed fields. */
final class FunctionEdits {
    private static final String FUNCTIONS = "functions";
    private static final String FUNCTION = "function";
    private static final String CONFIGURATION = "configuration";
    private static final String PERMISSIONS = "permissions";
    private static final String COMPUTED = "computed_fields";
    private static final String ROLE = "role";
    private static final String NAME = "name";

    /** The edits by the name that follows {@code pg_}. */
    static final Map<String, Edit.Change> ALL =
            Map.of(
                    "track_function", FunctionEdits::track,
                    "untrack_function", FunctionEdits::untrack,
                    "set_function_customization", FunctionEdits::customize,
                    "create_function_permission", FunctionEdits::permit,
                    "drop_function_permission", FunctionEdits::forbid,
                    "add_computed_field", FunctionEdits::addField,
                    "drop_computed_field", FunctionEdits::dropField);

    private FunctionEdits() {}

    private static void track(Arguments arguments, Subject subject) {
        TableName function = arguments.table(FUNCTION);
        ObjectNode source = subject.document().sourceOrNew();
        if (find(source, function).isPresent()) {
            throw new RequestException(
                    ErrorCode.ALREADY_TRACKED,
                    "function already tracked: " + Names.quoted(function),
                    arguments.path());
        }
        if (subject.isTracked(function)) {
            throw new RequestException(
                    ErrorCode.NOT_SUPPORTED,
                    "table with name " + Names.quoted(function) + " already exists",
                    arguments.path());
        }
        new CustomNames(arguments).require(CONFIGURATION, CustomNames::ofFunction);
        ObjectNode entry = Answers.object();
        entry.putObject(FUNCTION).put(NAME, function.name()).put("schema", function.schema());
        entry.setAll(Entries.picked(arguments, CONFIGURATION, "comment"));
        Entries.add(source, FUNCTIONS, entry);
    }

    private static void untrack(Arguments arguments, Subject subject) {
        ObjectNode source = subject.document().sourceOrNew();
        TableName function = arguments.table(FUNCTION);
        tracked(subject.document(), arguments);
        ArrayNode functions = MetadataDocument.list(source, FUNCTIONS);
        for (int i = functions.size() - 1; i >= 0; i--) {
            if (MetadataDocument.tableName(functions.get(i).path(FUNCTION))
                    .filter(function::equals)
                    .isPresent()) {
                functions.remove(i);
            }
        }
        if (functions.isEmpty()) {
            source.remove(FUNCTIONS);
        }
    }

    private static void customize(Arguments arguments, Subject subject) {
        new CustomNames(arguments).require(CONFIGURATION, CustomNames::ofFunction);
        ObjectNode entry = tracked(subject.document(), arguments);
        Entries.put(entry, CONFIGURATION, arguments.optional(CONFIGURATION));
    }

    private static void permit(Arguments arguments, Subject subject) {
        ObjectNode entry = tracked(subject.document(), arguments);
        String role = arguments.text(ROLE);
        if (Entries.find(entry, PERMISSIONS, ROLE, role).isPresent()) {
            throw new RequestException(
                    ErrorCode.ALREADY_EXISTS,
                    "permission of role "
                            + Names.quoted(role)
                            + " already exists for function "
                            + Names.quoted(arguments.table(FUNCTION))
                            + " in source: "
                            + Names.quoted(subject.document().sourceName()),
                    arguments.path());
        }
        mustBeKnown(role, arguments, subject.now());
        Entries.add(entry, PERMISSIONS, Answers.object().put(ROLE, role));
    }

    /** Hasura wants a select permission, but takes any permission on any table for one. */
    private static void mustBeKnown(String role, Arguments arguments, Candidate now) {
        TableName function = arguments.table(FUNCTION);
        FunctionName name = new FunctionName(function.schema(), function.name());
        Optional<TableName> returned =
                now.catalog().find(name).stream()
                        .flatMap(one -> one.returnedTable().stream())
                        .findFirst();
        if (returned.isPresent() && !now.snapshot().names(role)) {
            throw new RequestException(
                    ErrorCode.NOT_SUPPORTED,
                    "function permission can only be added when the function's return table "
                            + Names.quoted(returned.get())
                            + " has select permission configured for role: "
                            + Names.quoted(role),
                    arguments.path());
        }
    }

    private static void forbid(Arguments arguments, Subject subject) {
        ObjectNode entry = tracked(subject.document(), arguments);
        String role = arguments.text(ROLE);
        if (!Entries.remove(entry, PERMISSIONS, ROLE, role)) {
            throw new RequestException(
                    ErrorCode.NOT_EXISTS,
                    "permission of role "
                            + Names.quoted(role)
                            + " does not exist for function "
                            + Names.quoted(arguments.table(FUNCTION))
                            + " in source: "
                            + Names.quoted(subject.document().sourceName()),
                    arguments.path());
        }
    }

    private static void addField(Arguments arguments, Subject subject) {
        String name = arguments.text(NAME);
        ObjectNode field = Answers.object().put(NAME, name);
        field.set("definition", arguments.object("definition"));
        field.setAll(Entries.picked(arguments, "comment"));
        ObjectNode entry = subject.table(arguments);
        if (Entries.find(entry, COMPUTED, NAME, name).isPresent()) {
            throw new RequestException(
                    ErrorCode.ALREADY_EXISTS,
                    "field with name "
                            + Names.quoted(name)
                            + " already exists in table "
                            + Names.quoted(arguments.table("table")),
                    arguments.path());
        }
        Entries.add(entry, COMPUTED, field);
    }

    private static void dropField(Arguments arguments, Subject subject) {
        String name = arguments.text(NAME);
        boolean removed =
                subject.tableIfAny(arguments)
                        .filter(entry -> Entries.remove(entry, COMPUTED, NAME, name))
                        .isPresent();
        if (!removed) {
            throw new RequestException(
                    ErrorCode.NOT_EXISTS,
                    "computed field " + Names.quoted(name) + " does not exist",
                    arguments.path());
        }
    }

    private static ObjectNode tracked(MetadataDocument document, Arguments arguments) {
        TableName function = arguments.table(FUNCTION);
        return find(document.sourceOrNew(), function)
                .orElseThrow(
                        () ->
                                new RequestException(
                                        ErrorCode.NOT_EXISTS,
                                        "function "
                                                + Names.quoted(function)
                                                + " does not exist in source: "
                                                + document.sourceName(),
                                        arguments.path().key(FUNCTION)));
    }

    /** Whether the metadata has a function of that name. */
    static boolean isTracked(TableName name, MetadataDocument document) {
        return find(document.sourceOrNew(), name).isPresent();
    }

    private static Optional<ObjectNode> find(ObjectNode source, TableName function) {
        for (JsonNode one : source.path(FUNCTIONS)) {
            if (one instanceof ObjectNode entry
                    && MetadataDocument.tableName(entry.path(FUNCTION))
                            .filter(function::equals)
                            .isPresent()) {
                return Optional.of(entry);
            }
        }
        return Optional.empty();
    }
}
