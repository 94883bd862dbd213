package org.fitmesh.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fitmesh.catalog.Catalog;
import org.fitmesh.catalog.TableName;
import org.fitmesh.metadata.MetadataDocument;

/**
 * Columns, or relationships, of one table that have other names now, in all places of the metadata
 * that name them.
 *
 * @param catalog the tables as they were
 * @param table whose columns they are
 * @param names the new by the old
 */
record ColumnRenames(
        Catalog catalog, MetadataDocument document, TableName table, Map<String, String> names) {
    private static final String FOREIGN_KEY = "foreign_key_constraint_on";
    private static final String MANUAL = "manual_configuration";
    private static final List<String> RELATIONSHIPS =
            List.of("object_relationships", "array_relationships");
    private static final List<String> PERMISSIONS =
            List.of(
                    "select_permissions",
                    "insert_permissions",
                    "update_permissions",
                    "delete_permissions");

    /** Changes the document. */
    void apply() {
        for (JsonNode entry : document.source().map(s -> s.path("tables")).orElseThrow()) {
            MetadataDocument.tableName(entry.path("table"))
                    .ifPresent(name -> ofEntry((ObjectNode) entry, name));
        }
    }

    /**
     * Changes the conditions of permissions alone: names of relationships are in no other place.
     */
    void applyToConditions() {
        for (JsonNode entry : document.source().map(s -> s.path("tables")).orElseThrow()) {
            MetadataDocument.tableName(entry.path("table"))
                    .ifPresent(name -> ofConditions(entry, name));
        }
    }

    private void ofConditions(JsonNode entry, TableName name) {
        ColumnsOfConditions conditions = new ColumnsOfConditions(this);
        for (String list : PERMISSIONS) {
            for (JsonNode permission : entry.path(list)) {
                JsonNode given = permission.path("permission");
                conditions.rename(given.path("filter"), name);
                conditions.rename(given.path("check"), name);
            }
        }
    }

    private void ofEntry(ObjectNode entry, TableName name) {
        // conditions follow relationships by their old definitions: they come first
        ofConditions(entry, name);
        for (String list : PERMISSIONS) {
            for (JsonNode permission : entry.path(list)) {
                JsonNode given = permission.path("permission");
                if (name.equals(table)) {
                    list(given.path("columns"));
                    keys(given.path("set"));
                }
            }
        }
        for (String list : RELATIONSHIPS) {
            entry.path(list).forEach(one -> ofRelationship(one.path("using"), name));
        }
        if (name.equals(table)) {
            ofOwn(entry);
        }
    }

    private void ofOwn(ObjectNode entry) {
        keys(entry.path("configuration").path("custom_column_names"));
        keys(entry.path("configuration").path("column_config"));
        for (JsonNode trigger : entry.path("event_triggers")) {
            for (JsonNode operation : trigger.path("definition")) {
                list(operation.path("columns"));
                list(operation.path("payload"));
            }
        }
        for (JsonNode remote : entry.path("remote_relationships")) {
            JsonNode definition = remote.path("definition");
            list(definition.path("hasura_fields"));
            list(definition.path("to_remote_schema").path("lhs_fields"));
            references(definition);
            keys(definition.path("to_source").path("field_mapping"));
        }
    }

    private void ofRelationship(JsonNode using, TableName owner) {
        JsonNode key = using.path(FOREIGN_KEY);
        if (key.isObject() && isTable(key.path("table"))) {
            text(key, "column");
            list(key.path("column"));
            text(key, "columns");
            list(key.path("columns"));
        } else if (owner.equals(table)) {
            text(using, FOREIGN_KEY);
            list(key);
        }
        if (owner.equals(table)) {
            keys(using.path(MANUAL).path("column_mapping"));
        }
        if (isTable(using.path(MANUAL).path("remote_table"))) {
            values(using.path(MANUAL).path("column_mapping"));
        }
    }

    /** Where a relationship of a table leads, as far as the document and the catalog tell. */
    Optional<TableName> target(TableName owner, String relationship) {
        Optional<ObjectNode> entry = document.table(owner);
        for (String list : RELATIONSHIPS) {
            Optional<JsonNode> using =
                    entry.flatMap(e -> Entries.find(e, list, "name", relationship))
                            .map(one -> one.path("using"));
            if (using.isPresent()) {
                return target(owner, using.get());
            }
        }
        return Optional.empty();
    }

    private Optional<TableName> target(TableName owner, JsonNode using) {
        JsonNode manual = using.path(MANUAL).path("remote_table");
        if (!manual.isMissingNode()) {
            return MetadataDocument.tableName(manual);
        }
        JsonNode key = using.path(FOREIGN_KEY);
        if (key.isObject()) {
            return MetadataDocument.tableName(key.path("table"));
        }
        List<String> columns =
                key.isTextual()
                        ? List.of(key.textValue())
                        : key.valueStream().map(JsonNode::asText).toList();
        return catalog.find(owner).stream()
                .flatMap(own -> own.foreignKeys().stream())
                .filter(one -> isOn(one.columns().keySet().stream().toList(), columns, owner))
                .map(one -> one.references())
                .findFirst();
    }

    /** The document may have the new names already. */
    private boolean isOn(List<String> key, List<String> columns, TableName owner) {
        List<String> now =
                owner.equals(table)
                        ? key.stream().map(c -> names.getOrDefault(c, c)).toList()
                        : key;
        return key.size() == columns.size()
                && (key.containsAll(columns) || now.containsAll(columns));
    }

    private boolean isTable(JsonNode written) {
        return MetadataDocument.tableName(written).filter(table::equals).isPresent();
    }

    /** The keys of an object; their order stays. */
    void keys(JsonNode node) {
        if (!(node instanceof ObjectNode object)) {
            return;
        }
        Map<String, JsonNode> renamed = new LinkedHashMap<>();
        object.properties()
                .forEach(
                        e -> renamed.put(names.getOrDefault(e.getKey(), e.getKey()), e.getValue()));
        object.removeAll();
        object.setAll(renamed);
    }

    private void values(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.properties().stream()
                    .map(Map.Entry::getKey)
                    .toList()
                    .forEach(key -> text(object, key));
        }
    }

    /** The texts of a list. */
    void list(JsonNode node) {
        if (node instanceof ArrayNode list) {
            for (int i = 0; i < list.size(); i++) {
                String name = names.get(list.get(i).asText());
                if (name != null) {
                    list.set(i, TextNode.valueOf(name));
                }
            }
        }
    }

    /** The text at a key. */
    void text(JsonNode node, String key) {
        if (node instanceof ObjectNode object && object.path(key).isTextual()) {
            String name = names.get(object.path(key).textValue());
            if (name != null) {
                object.put(key, name);
            }
        }
    }

    /** Arguments that name a column with a dollar sign. */
    private void references(JsonNode node) {
        if (node instanceof ObjectNode object) {
            for (String key : object.properties().stream().map(Map.Entry::getKey).toList()) {
                String value = object.path(key).asText("");
                String name = value.startsWith("$") ? names.get(value.substring(1)) : null;
                if (name != null) {
                    object.put(key, "$" + name);
                }
            }
        }
        node.forEach(this::references);
    }
}
