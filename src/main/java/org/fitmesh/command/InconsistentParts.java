package org.fitmesh.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import org.fitmesh.metadata.Inconsistency;
import org.fitmesh.metadata.MetadataDocument;

/** Takes parts out of a document that cannot be honoured. */
final class InconsistentParts {
    /** Where a table's parts are, by what an inconsistency calls them. */
    private static final Map<String, String> OF_TABLES =
            Map.ofEntries(
                    Map.entry("object_relation", "object_relationships"),
                    Map.entry("array_relation", "array_relationships"),
                    Map.entry("remote_relationship", "remote_relationships"),
                    Map.entry("computed_field", "computed_fields"),
                    Map.entry("select_permission", "select_permissions"),
                    Map.entry("insert_permission", "insert_permissions"),
                    Map.entry("update_permission", "update_permissions"),
                    Map.entry("delete_permission", "delete_permissions"),
                    Map.entry("event_trigger", "event_triggers"));

    private final MetadataDocument document;
    private final Set<String> wanted = new HashSet<>();
    private boolean removed;

    private InconsistentParts(
            MetadataDocument document, Collection<Inconsistency> inconsistencies) {
        this.document = document;
        inconsistencies.forEach(one -> wanted.add(key(one.type(), one.name())));
    }

    /**
     * Takes out what these inconsistencies tell of.
     *
     * @return whether anything was found
     */
    static boolean remove(MetadataDocument document, Collection<Inconsistency> inconsistencies) {
        InconsistentParts parts = new InconsistentParts(document, inconsistencies);
        parts.remove();
        return parts.removed;
    }

    private void remove() {
        document.source().ifPresent(this::ofSource);
        ObjectNode root = document.json();
        prune(root, "remote_schemas", (one, name) -> isWanted("remote_schema", name), "name");
        prune(
                root,
                "inherited_roles",
                (one, name) -> isWanted("inherited_role", name),
                "role_name");
        for (JsonNode remote : root.path("remote_schemas")) {
            ofRemote((ObjectNode) remote);
        }
    }

    private void ofRemote(ObjectNode remote) {
        String name = remote.path("name").asText();
        prune(
                remote,
                "permissions",
                (one, role) -> isWanted("remote_schema_permission", named(name, role)),
                "role");
    }

    private void ofSource(ObjectNode source) {
        for (JsonNode table : source.path("tables")) {
            ofTable((ObjectNode) table);
        }
        prune(
                source,
                "tables",
                (one, name) -> isWanted("table", Set.of(shown(one.path("table")))),
                "name");
        prune(
                source,
                "functions",
                (one, name) -> isWanted("function", Set.of(shown(one.path("function")))),
                "name");
    }

    private void ofTable(ObjectNode table) {
        String tableName = shown(table.path("table"));
        OF_TABLES.forEach(
                (type, list) -> {
                    String id = list.endsWith("_permissions") ? "role" : "name";
                    prune(table, list, (one, name) -> isWanted(type, named(tableName, name)), id);
                });
    }

    private static Set<String> named(String owner, String name) {
        return Set.copyOf(List.of(owner + "." + name, owner + " of role " + name, name));
    }

    private boolean isWanted(String type, String name) {
        return wanted.contains(key(type, name));
    }

    private boolean isWanted(String type, Set<String> names) {
        return names.stream().anyMatch(name -> isWanted(type, name));
    }

    private void prune(
            ObjectNode owner, String list, BiPredicate<JsonNode, String> gone, String id) {
        if (!(owner.get(list) instanceof ArrayNode elements)) {
            return;
        }
        int size = elements.size();
        for (int i = size - 1; i >= 0; i--) {
            if (gone.test(elements.get(i), elements.get(i).path(id).asText())) {
                elements.remove(i);
            }
        }
        removed |= elements.size() < size;
        if (elements.isEmpty() && !list.equals("tables")) {
            owner.remove(list);
        }
    }

    private static String shown(JsonNode name) {
        return MetadataDocument.tableName(name).map(Object::toString).orElse("?");
    }

    private static String key(String type, String name) {
        return type + "\n" + name;
    }
}
