package org.fitmesh.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.fitmesh.error.ErrorCode;
import org.fitmesh.error.RequestException;

/** Commands for collections of queries, the allow list and REST endpoints. */
final class CollectionEdits {
    private static final String COLLECTIONS = "query_collections";
    private static final String ALLOWED = "allowlist";
    private static final String ENDPOINTS = "rest_endpoints";
    private static final String NAME = "name";
    private static final String COLLECTION = "collection";
    private static final String OF_COLLECTION = "collection_name";
    private static final String DEFINITION = "definition";
    private static final String QUERIES = "queries";
    private static final String QUERY = "query_name";

    /** The edits by their names. */
    static final Map<String, Edit.Change> ALL =
            Map.of(
                    "create_query_collection", CollectionEdits::create,
                    "rename_query_collection", CollectionEdits::rename,
                    "drop_query_collection", CollectionEdits::drop,
                    "add_query_to_collection", CollectionEdits::addQuery,
                    "drop_query_from_collection", CollectionEdits::dropQuery,
                    "add_collection_to_allowlist", CollectionEdits::allow,
                    "drop_collection_from_allowlist", CollectionEdits::disallow,
                    "create_rest_endpoint", CollectionEdits::createEndpoint,
                    "drop_rest_endpoint", CollectionEdits::dropEndpoint);

    private CollectionEdits() {}

    private static void create(Arguments arguments, Subject subject) {
        String name = arguments.text(NAME);
        arguments.object(DEFINITION);
        requireFree(COLLECTIONS, NAME, name, "query collection", arguments, subject);
        Entries.add(
                root(subject), COLLECTIONS, Entries.picked(arguments, NAME, DEFINITION, "comment"));
    }

    private static void rename(Arguments arguments, Subject subject) {
        String newName = arguments.text("new_name");
        ObjectNode collection = collection(arguments.text(NAME), arguments, subject);
        requireFree(COLLECTIONS, NAME, newName, "query collection", arguments, subject);
        collection.put(NAME, newName);
        Entries.find(root(subject), ALLOWED, COLLECTION, arguments.text(NAME))
                .ifPresent(entry -> entry.put(COLLECTION, newName));
    }

    private static void drop(Arguments arguments, Subject subject) {
        String name = arguments.text(COLLECTION);
        collection(name, arguments, subject);
        boolean allowed = Entries.find(root(subject), ALLOWED, COLLECTION, name).isPresent();
        if (allowed && !arguments.flag("cascade")) {
            throw new RequestException(
                    ErrorCode.DEPENDENCY_ERROR,
                    "query collection with name "
                            + Names.quoted(name)
                            + " is present in the allowlist; cannot proceed to drop. please use"
                            + " cascade to confirm",
                    arguments.path());
        }
        Entries.remove(root(subject), ALLOWED, COLLECTION, name);
        Entries.remove(root(subject), COLLECTIONS, NAME, name);
    }

    private static void addQuery(Arguments arguments, Subject subject) {
        ObjectNode definition = definition(arguments, subject);
        String query = arguments.text(QUERY);
        if (Entries.find(definition, QUERIES, NAME, query).isPresent()) {
            throw new RequestException(
                    ErrorCode.ALREADY_EXISTS,
                    "query with name "
                            + Names.quoted(query)
                            + " already exists in collection "
                            + Names.quoted(arguments.text(OF_COLLECTION)),
                    arguments.path());
        }
        ObjectNode added = Answers.object().put(NAME, query).put("query", arguments.text("query"));
        Entries.add(definition, QUERIES, added);
    }

    private static void dropQuery(Arguments arguments, Subject subject) {
        String query = arguments.text(QUERY);
        ObjectNode definition = definition(arguments, subject);
        if (!Entries.remove(definition, QUERIES, NAME, query)) {
            throw new RequestException(
                    ErrorCode.NOT_EXISTS,
                    "query with name "
                            + Names.quoted(query)
                            + " not found in collection "
                            + Names.quoted(arguments.text(OF_COLLECTION)),
                    arguments.path());
        }
        definition.withArray(QUERIES);
    }

    private static void allow(Arguments arguments, Subject subject) {
        String name = arguments.text(COLLECTION);
        collection(name, arguments, subject);
        requireFree(ALLOWED, COLLECTION, name, "collection in the allowlist", arguments, subject);
        Entries.add(root(subject), ALLOWED, Entries.picked(arguments, COLLECTION, "scope"));
    }

    private static void disallow(Arguments arguments, Subject subject) {
        String name = arguments.text(COLLECTION);
        if (!Entries.remove(root(subject), ALLOWED, COLLECTION, name)) {
            throw new RequestException(
                    ErrorCode.NOT_FOUND,
                    "collection " + Names.quoted(name) + " doesn't exist in the allowlist",
                    arguments.path());
        }
    }

    private static void createEndpoint(Arguments arguments, Subject subject) {
        String name = arguments.text(NAME);
        requireFree(ENDPOINTS, NAME, name, "REST endpoint", arguments, subject);
        Entries.add(
                root(subject),
                ENDPOINTS,
                Entries.picked(arguments, "comment", DEFINITION, "methods", NAME, "url"));
    }

    private static void dropEndpoint(Arguments arguments, Subject subject) {
        String name = arguments.text(NAME);
        if (!Entries.remove(root(subject), ENDPOINTS, NAME, name)) {
            throw new RequestException(
                    ErrorCode.NOT_EXISTS,
                    "REST endpoint with name: " + name + " does not exist",
                    arguments.path());
        }
    }

    private static ObjectNode definition(Arguments arguments, Subject subject) {
        String name = arguments.text(OF_COLLECTION);
        ObjectNode collection = collection(name, arguments, subject);
        return collection.get(DEFINITION) instanceof ObjectNode object
                ? object
                : collection.putObject(DEFINITION);
    }

    private static ObjectNode collection(String name, Arguments arguments, Subject subject) {
        return Entries.find(root(subject), COLLECTIONS, NAME, name)
                .orElseThrow(
                        () ->
                                new RequestException(
                                        ErrorCode.NOT_EXISTS,
                                        "query collection with name "
                                                + Names.quoted(name)
                                                + " does not exist",
                                        arguments.path()));
    }

    private static void requireFree(
            String list,
            String key,
            String name,
            String what,
            Arguments arguments,
            Subject subject) {
        if (Entries.find(root(subject), list, key, name).isPresent()) {
            throw new RequestException(
                    ErrorCode.ALREADY_EXISTS,
                    what + " with name " + Names.quoted(name) + " already exists",
                    arguments.path());
        }
    }

    private static ObjectNode root(Subject subject) {
        return subject.document().json();
    }
}
