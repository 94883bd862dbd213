package org.fitmesh.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.fitmesh.catalog.TableName;
import org.fitmesh.error.ErrorCode;
import org.fitmesh.error.RequestException;
import org.fitmesh.metadata.Relationship.Kind;

/** Commands for a table's relationships to other tables and to remote schemas. */
final class RelationshipEdits {
    private static final String NAME = "name";
    private static final String OBJECT = "object_relationships";
    private static final String ARRAY = "array_relationships";
    private static final String REMOTE = "remote_relationships";
    private static final List<String> LISTS = List.of(OBJECT, ARRAY);

    /** The edits by the name that follows {@code pg_}. */
    static final Map<String, Edit.Change> ALL =
            Map.of(
                    "create_object_relationship",
                    (arguments, subject) -> create(Kind.OBJECT, arguments, subject),
                    "create_array_relationship",
                    (arguments, subject) -> create(Kind.ARRAY, arguments, subject),
                    "drop_relationship",
                    RelationshipEdits::drop,
                    "rename_relationship",
                    RelationshipEdits::rename,
                    "set_relationship_comment",
                    RelationshipEdits::setComment,
                    "create_remote_relationship",
                    RelationshipEdits::createRemote,
                    "update_remote_relationship",
                    RelationshipEdits::updateRemote,
                    "delete_remote_relationship",
                    RelationshipEdits::deleteRemote);

    private RelationshipEdits() {}

    private static void create(Kind kind, Arguments arguments, Subject subject) {
        RelationshipForm.check(kind, arguments);
        ObjectNode relationship = Entries.picked(arguments, NAME, "using", "comment");
        ObjectNode entry = subject.table(arguments);
        String name = arguments.text(NAME);
        if (isColumn(name, arguments, subject) || isTaken(name, entry)) {
            throw taken(name, arguments);
        }
        Entries.add(entry, kind == Kind.OBJECT ? OBJECT : ARRAY, relationship);
    }

    private static boolean isColumn(String name, Arguments arguments, Subject subject) {
        return subject.now()
                .catalog()
                .find(arguments.table("table"))
                .flatMap(table -> table.column(name))
                .isPresent();
    }

    private static boolean isTaken(String name, ObjectNode entry) {
        return Stream.of(OBJECT, ARRAY, REMOTE, "computed_fields")
                .anyMatch(list -> Entries.find(entry, list, NAME, name).isPresent());
    }

    private static RequestException taken(String name, Arguments arguments) {
        return new RequestException(
                ErrorCode.ALREADY_EXISTS,
                "field with name "
                        + Names.quoted(name)
                        + " already exists in table "
                        + Names.quoted(arguments.table("table")),
                arguments.path());
    }

    private static void drop(Arguments arguments, Subject subject) {
        String name = arguments.text("relationship");
        boolean removed =
                subject.tableIfAny(arguments)
                        .filter(
                                entry ->
                                        LISTS.stream()
                                                .anyMatch(
                                                        l -> Entries.remove(entry, l, NAME, name)))
                        .isPresent();
        if (!removed) {
            throw missing(name, arguments);
        }
    }

    private static void rename(Arguments arguments, Subject subject) {
        String name = arguments.text(NAME);
        String newName = arguments.text("new_name");
        ObjectNode entry = subject.table(arguments);
        TableName table = arguments.table("table");
        ObjectNode relationship = find(entry, name).orElseThrow(() -> missing(name, arguments));
        if (isColumn(newName, arguments, subject) || isTaken(newName, entry)) {
            throw new RequestException(
                    ErrorCode.ALREADY_EXISTS,
                    "cannot rename relationship %s to %s in table %s as a column/relationship with the name already exists"
                            .formatted(
                                    Names.quoted(name), Names.quoted(newName), Names.quoted(table)),
                    arguments.path());
        }
        // permissions that follow it are found by its old name
        new ColumnRenames(subject.now().catalog(), subject.document(), table, Map.of(name, newName))
                .applyToConditions();
        relationship.put(NAME, newName);
    }

    private static void setComment(Arguments arguments, Subject subject) {
        String name = arguments.text(NAME);
        ObjectNode relationship =
                find(subject.table(arguments), name).orElseThrow(() -> missing(name, arguments));
        Entries.put(relationship, "comment", arguments.optional("comment"));
    }

    private static Optional<ObjectNode> find(ObjectNode entry, String name) {
        return LISTS.stream().flatMap(l -> Entries.find(entry, l, NAME, name).stream()).findFirst();
    }

    private static void createRemote(Arguments arguments, Subject subject) {
        ObjectNode entry = subject.table(arguments);
        if (isTaken(arguments.text(NAME), entry)) {
            throw taken(arguments.text(NAME), arguments);
        }
        ObjectNode remote = remote(arguments);
        requireRemote(remote, arguments, subject);
        Entries.add(entry, REMOTE, remote);
    }

    private static void updateRemote(Arguments arguments, Subject subject) {
        ObjectNode entry = subject.table(arguments);
        String name = arguments.text(NAME);
        ObjectNode remote = remote(arguments);
        requireRemote(remote, arguments, subject);
        Entries.find(entry, REMOTE, NAME, name)
                .orElseThrow(() -> missingRemote(name, arguments))
                .removeAll()
                .setAll(remote);
    }

    private static void requireRemote(ObjectNode remote, Arguments arguments, Subject subject) {
        JsonNode definition = remote.path("definition");
        JsonNode name =
                definition.path("to_remote_schema").path("remote_schema").isTextual()
                        ? definition.path("to_remote_schema").path("remote_schema")
                        : definition.path("remote_schema");
        ObjectNode root = subject.document().json();
        if (name.isTextual()
                && Entries.find(root, "remote_schemas", NAME, name.textValue()).isEmpty()) {
            throw new RequestException(
                    ErrorCode.INVALID_CONFIGURATION,
                    "Inconsistent object: in table "
                            + Names.quoted(arguments.table("table"))
                            + ": in remote relationship "
                            + Names.quoted(arguments.text(NAME))
                            + ": remote schema with name "
                            + Names.quoted(name.textValue())
                            + " is not found",
                    arguments.path());
        }
    }

    private static void deleteRemote(Arguments arguments, Subject subject) {
        String name = arguments.text(NAME);
        boolean removed =
                subject.tableIfAny(arguments)
                        .filter(entry -> Entries.remove(entry, REMOTE, NAME, name))
                        .isPresent();
        if (!removed) {
            throw missingRemote(name, arguments);
        }
    }

    /** The older form, whose keys stand beside the name, is written as a definition too. */
    private static ObjectNode remote(Arguments arguments) {
        ObjectNode written = Answers.object().put(NAME, arguments.text(NAME));
        ObjectNode older =
                Entries.picked(arguments, "hasura_fields", "remote_schema", "remote_field");
        if (arguments.optional("definition").isEmpty() && !older.isEmpty()) {
            return written.set("definition", older);
        }
        return written.set("definition", arguments.object("definition"));
    }

    private static RequestException missing(String name, Arguments arguments) {
        return new RequestException(
                ErrorCode.NOT_EXISTS,
                "relationship " + Names.quoted(name) + " does not exist",
                arguments.path());
    }

    private static RequestException missingRemote(String name, Arguments arguments) {
        return new RequestException(
                ErrorCode.NOT_EXISTS,
                "remote relationship " + Names.quoted(name) + " does not exist",
                arguments.path());
    }
}
