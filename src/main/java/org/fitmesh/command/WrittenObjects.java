package org.fitmesh.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fitmesh.metadata.Inconsistency;
import org.fitmesh.metadata.MetadataDocument;

/**
 * The objects of a document that can be inconsistent, where they are written, with the definitions
 * that Hasura tells of them.
 */
final class WrittenObjects {
    private static final String NAME = "name";
    private static final String DEFINITION = "definition";
    private static final String TABLE = "table";
    private static final String FUNCTION = "function";
    private static final String REMOTE = "remote_schema";
    private static final String RELATIONSHIPS = "remote_relationships";

    /** Lists of the document by the type of what they hold; the second is what names it. */
    private static final Map<String, List<String>> OF_ROOT =
            Map.of(
                    "remote_schemas", List.of(REMOTE, NAME),
                    "inherited_roles", List.of("inherited_role", "role_name"),
                    "actions", List.of("action", NAME),
                    "cron_triggers", List.of("cron_trigger", NAME),
                    "rest_endpoints", List.of("endpoint", NAME),
                    "allowlist", List.of("allowlist", "collection"));

    /** The same of a source. */
    private static final Map<String, List<String>> OF_SOURCE =
            Map.of(
                    "native_queries", List.of("native_query", "root_field_name"),
                    "logical_models", List.of("logical_model", NAME));

    /** The same of a table. */
    private static final Map<String, List<String>> OF_TABLE =
            Map.of(
                    "object_relationships",
                    List.of("object_relation", NAME),
                    "array_relationships",
                    List.of("array_relation", NAME),
                    RELATIONSHIPS,
                    List.of("remote_relationship", NAME),
                    "computed_fields",
                    List.of("computed_field", NAME),
                    "select_permissions",
                    List.of("select_permission", "role"),
                    "insert_permissions",
                    List.of("insert_permission", "role"),
                    "update_permissions",
                    List.of("update_permission", "role"),
                    "delete_permissions",
                    List.of("delete_permission", "role"),
                    "event_triggers",
                    List.of("event_trigger", NAME));

    private final List<WrittenObject> objects = new ArrayList<>();
    private final String source;
    private final String inSource;

    private WrittenObjects(MetadataDocument document) {
        source = document.sourceName();
        inSource = " in source " + source;
        document.source().ifPresent(this::ofSource);
        ofRoot(document.json());
        document.json().path("remote_schemas").forEach(this::ofRemote);
    }

    /** Those of a document. */
    static WrittenObjects of(MetadataDocument document) {
        return new WrittenObjects(document);
    }

    /** All that an inconsistency is about. */
    List<WrittenObject> meant(Inconsistency one) {
        return objects.stream().filter(object -> object.isMeant(one)).toList();
    }

    private void ofRoot(ObjectNode root) {
        OF_ROOT.forEach((list, kind) -> plain(root, list, kind, ""));
        for (JsonNode one : root.path("sources")) {
            String name = one.path(NAME).asText("?");
            if (!source.equals(name)) {
                add(root, "sources", one, "source", Set.of(name), name, TextNode.valueOf(name));
            }
        }
        whole(root, "custom_types", "custom_types", "custom_types");
        whole(root, "opentelemetry", "open_telemetry", "open_telemetry");
        if (root.get("network") instanceof ObjectNode network) {
            plain(network, "tls_allowlist", List.of("host_network_tls_allowlist", "host"), "");
        }
    }

    private void ofSource(ObjectNode served) {
        for (JsonNode table : served.path("tables")) {
            ofTable((ObjectNode) table);
        }
        named(served, "tables", TABLE);
        named(served, "functions", FUNCTION);
        OF_SOURCE.forEach((list, kind) -> plain(served, list, kind, inSource));
        if (served.get("customization") instanceof ObjectNode customization) {
            String type = "naming_convention";
            whole(customization, type, type, source);
        }
    }

    /** Tables or functions, whose definition is their name. */
    private void named(ObjectNode served, String list, String type) {
        for (JsonNode one : served.path(list)) {
            String name = shown(one.path(type));
            JsonNode definition = qualified(one.path(type));
            add(served, list, one, type, Set.of(name), name + inSource, definition);
        }
    }

    private void ofTable(ObjectNode table) {
        String owner = shown(table.path(TABLE));
        OF_TABLE.forEach(
                (list, kind) -> {
                    String type = kind.get(0);
                    for (JsonNode one : table.path(list)) {
                        String id = one.path(kind.get(1)).asText("?");
                        ObjectNode definition = ofTable(table.path(TABLE), one, type);
                        String title = id + " in table " + owner + inSource;
                        add(table, list, one, type, names(owner, id), title, definition);
                    }
                });
    }

    private ObjectNode ofTable(JsonNode table, JsonNode one, String type) {
        ObjectNode definition = Answers.object().put("source", source);
        definition.set(TABLE, qualified(table));
        if (type.equals("event_trigger")) {
            return definition.set("configuration", one);
        }
        return one instanceof ObjectNode object ? definition.setAll(object) : definition;
    }

    private void ofRemote(JsonNode remote) {
        String name = remote.path(NAME).asText("?");
        if (!(remote instanceof ObjectNode owner)) {
            return;
        }
        if (owner.get(DEFINITION) instanceof ObjectNode definition) {
            whole(definition, "customization", "remote_schema_customization", name);
        }
        for (JsonNode one : owner.path("permissions")) {
            String role = one.path("role").asText("?");
            add(
                    owner,
                    "permissions",
                    one,
                    "remote_schema_permission",
                    names(name, role),
                    role + " permission in remote schema " + name,
                    with(Answers.object().put(REMOTE, name), one));
        }
        for (JsonNode type : owner.path(RELATIONSHIPS)) {
            ofRemoteType(name, type);
        }
    }

    private void ofRemoteType(String remote, JsonNode type) {
        String typeName = type.path("type_name").asText("?");
        for (JsonNode one : type.path("relationships")) {
            String id = one.path(NAME).asText("?");
            add(
                    (ObjectNode) type,
                    "relationships",
                    one,
                    "remote_schema_remote_relationship",
                    Set.of(remote + "." + typeName + "." + id),
                    id + " on type " + typeName + " in remote schema " + remote,
                    with(Answers.object().put(REMOTE, remote).put("type_name", typeName), one));
        }
    }

    private void plain(ObjectNode owner, String list, List<String> kind, String suffix) {
        for (JsonNode one : owner.path(list)) {
            String name = one.path(kind.get(1)).asText("?");
            add(owner, list, one, kind.get(0), Set.of(name), name + suffix, one);
        }
    }

    private void whole(ObjectNode owner, String key, String type, String name) {
        Optional.ofNullable(owner.get(key))
                .ifPresent(value -> add(owner, key, value, type, Set.of(name), name, value));
    }

    private void add(
            ObjectNode owner,
            String key,
            JsonNode value,
            String type,
            Set<String> names,
            String title,
            JsonNode definition) {
        objects.add(new WrittenObject(owner, key, value, type, names, title, definition));
    }

    private static ObjectNode with(ObjectNode start, JsonNode rest) {
        return rest instanceof ObjectNode object ? start.setAll(object) : start;
    }

    private static Set<String> names(String owner, String id) {
        return Set.copyOf(List.of(owner + "." + id, owner + " of role " + id, id));
    }

    private static String shown(JsonNode name) {
        return MetadataDocument.tableName(name).map(Object::toString).orElse("?");
    }

    private static JsonNode qualified(JsonNode name) {
        return MetadataDocument.tableName(name)
                .<JsonNode>map(
                        table ->
                                Answers.object()
                                        .put("schema", table.schema())
                                        .put(NAME, table.name()))
                .orElse(name);
    }
}
