package org.fitmesh.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.fitmesh.error.ErrorCode;
import org.fitmesh.error.RequestException;
import org.fitmesh.metadata.Inconsistency;
import org.fitmesh.metadata.MetadataDocument;

/** Commands for remote schemas, what roles see of them, and relationships of their types. */
final class RemoteSchemaEdits {
    private static final String REMOTES = "remote_schemas";
    private static final String REMOTE = "remote_schema";
    private static final String NAME = "name";
    private static final String ROLE = "role";
    private static final String PERMISSIONS = "permissions";
    private static final String DEFINITION = "definition";
    private static final String RELATIONSHIPS = "remote_relationships";
    private static final String TYPE = "type_name";

    /** The edits by their names. */
    static final Map<String, Edit.Change> ALL =
            Map.of(
                    "add_remote_schema", RemoteSchemaEdits::add,
                    "update_remote_schema", RemoteSchemaEdits::update,
                    "remove_remote_schema", RemoteSchemaEdits::remove,
                    "add_remote_schema_permissions", RemoteSchemaEdits::permit,
                    "drop_remote_schema_permissions", RemoteSchemaEdits::forbid,
                    "create_remote_schema_remote_relationship", RemoteSchemaEdits::relate,
                    "update_remote_schema_remote_relationship", RemoteSchemaEdits::change,
                    "delete_remote_schema_remote_relationship", RemoteSchemaEdits::unrelate);

    private RemoteSchemaEdits() {}

    private static void add(Arguments arguments, Subject subject) {
        String name = arguments.text(NAME);
        arguments.object(DEFINITION);
        ObjectNode root = subject.document().json();
        if (Entries.find(root, REMOTES, NAME, name).isPresent()) {
            throw new RequestException(
                    ErrorCode.ALREADY_EXISTS,
                    "remote schema with name " + Names.quoted(name) + " already exists",
                    arguments.path());
        }
        Entries.add(
                root, REMOTES, Entries.picked(arguments, NAME, DEFINITION, "comment", PERMISSIONS));
    }

    private static void update(Arguments arguments, Subject subject) {
        ObjectNode remote = remote(NAME, arguments, subject);
        remote.set(DEFINITION, arguments.object(DEFINITION));
        arguments.optional("comment").ifPresent(comment -> remote.set("comment", comment));
    }

    private static void remove(Arguments arguments, Subject subject) {
        remote(NAME, arguments, subject);
        List<Inconsistency> dependents = dependents(arguments.text(NAME), subject);
        if (!dependents.isEmpty()) {
            throw new RequestException(
                    ErrorCode.DEPENDENCY_ERROR,
                    ObjectText.dependents(dependents, subject.document().sourceName()),
                    arguments.path());
        }
        Entries.remove(subject.document().json(), REMOTES, NAME, arguments.text(NAME));
    }

    /** The relationships that lead there. */
    private static List<Inconsistency> dependents(String remote, Subject subject) {
        List<Inconsistency> dependents = new ArrayList<>();
        for (JsonNode table :
                subject.document().source().map(s -> s.path("tables")).orElseGet(Answers::list)) {
            for (JsonNode one : table.path(RELATIONSHIPS)) {
                JsonNode definition = one.path(DEFINITION);
                if (remote.equals(definition.path(REMOTE).textValue())
                        || remote.equals(
                                definition.path("to_remote_schema").path(REMOTE).textValue())) {
                    String owner =
                            MetadataDocument.tableName(table.path("table"))
                                    .map(Object::toString)
                                    .orElse("?");
                    dependents.add(
                            new Inconsistency(
                                    "remote_relationship",
                                    owner + "." + one.path(NAME).asText(),
                                    "the remote schema is gone"));
                }
            }
        }
        return dependents;
    }

    private static void permit(Arguments arguments, Subject subject) {
        ObjectNode remote = remote(REMOTE, arguments, subject);
        String role = arguments.text(ROLE);
        if (Entries.find(remote, PERMISSIONS, ROLE, role).isPresent()) {
            throw new RequestException(
                    ErrorCode.ALREADY_EXISTS,
                    "permissions for role: "
                            + Names.quoted(role)
                            + " for remote schema:"
                            + Names.quoted(arguments.text(REMOTE))
                            + " already exists",
                    arguments.path());
        }
        arguments.object(DEFINITION);
        Entries.add(remote, PERMISSIONS, Entries.picked(arguments, ROLE, DEFINITION, "comment"));
    }

    private static void forbid(Arguments arguments, Subject subject) {
        ObjectNode remote = remote(REMOTE, arguments, subject);
        String role = arguments.text(ROLE);
        if (!Entries.remove(remote, PERMISSIONS, ROLE, role)) {
            throw new RequestException(
                    ErrorCode.NOT_EXISTS,
                    "permissions for role: "
                            + Names.quoted(role)
                            + " for remote schema:"
                            + Names.quoted(arguments.text(REMOTE))
                            + " doesn't exist",
                    arguments.path());
        }
    }

    private static void relate(Arguments arguments, Subject subject) {
        ObjectNode remote = remote(REMOTE, arguments, subject);
        String type = arguments.text(TYPE);
        ObjectNode ofType =
                Entries.find(remote, RELATIONSHIPS, TYPE, type)
                        .orElseGet(
                                () -> {
                                    ObjectNode added = Answers.object().put(TYPE, type);
                                    Entries.add(remote, RELATIONSHIPS, added);
                                    return added;
                                });
        if (Entries.find(ofType, "relationships", NAME, arguments.text(NAME)).isPresent()) {
            throw new RequestException(
                    ErrorCode.ALREADY_EXISTS,
                    "remote relationship with name "
                            + Names.quoted(arguments.text(NAME))
                            + " already exists in type "
                            + Names.quoted(type),
                    arguments.path());
        }
        arguments.object(DEFINITION);
        Entries.add(ofType, "relationships", Entries.picked(arguments, NAME, DEFINITION));
    }

    private static void change(Arguments arguments, Subject subject) {
        ObjectNode ofType = ofType(arguments, subject);
        Entries.find(ofType, "relationships", NAME, arguments.text(NAME))
                .orElseThrow(() -> noRelationship(arguments))
                .set(DEFINITION, arguments.object(DEFINITION));
    }

    private static void unrelate(Arguments arguments, Subject subject) {
        ObjectNode ofType = ofType(arguments, subject);
        if (!Entries.remove(ofType, "relationships", NAME, arguments.text(NAME))) {
            throw noRelationship(arguments);
        }
        if (!ofType.has("relationships")) {
            Entries.remove(
                    remote(REMOTE, arguments, subject), RELATIONSHIPS, TYPE, arguments.text(TYPE));
        }
    }

    private static ObjectNode ofType(Arguments arguments, Subject subject) {
        return Entries.find(
                        remote(REMOTE, arguments, subject),
                        RELATIONSHIPS,
                        TYPE,
                        arguments.text(TYPE))
                .orElseThrow(() -> noRelationship(arguments));
    }

    private static RequestException noRelationship(Arguments arguments) {
        return new RequestException(
                ErrorCode.NOT_EXISTS,
                "remote relationship " + Names.quoted(arguments.text(NAME)) + " does not exist",
                arguments.path());
    }

    private static ObjectNode remote(String key, Arguments arguments, Subject subject) {
        String name = arguments.text(key);
        return Entries.find(subject.document().json(), REMOTES, NAME, name)
                .orElseThrow(
                        () ->
                                new RequestException(
                                        ErrorCode.NOT_EXISTS,
                                        "remote schema with name "
                                                + Names.quoted(name)
                                                + " does not exist",
                                        arguments.path()));
    }
}
