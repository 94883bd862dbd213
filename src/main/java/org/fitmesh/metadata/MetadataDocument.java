package org.fitmesh.metadata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fitmesh.catalog.TableName;

/**
 * Metadata of version 3 as it is written, stored and exported. What is in it may be malformed: only
 * {@link MetadataReader} says so.
 *
 * @param json changed in place by whoever edits: edit a {@link #copy}
 */
public record MetadataDocument(ObjectNode json) {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int VERSION = 3;

    private static final String SOURCES = "sources";
    private static final String TABLES = "tables";
    private static final String EVENT_TRIGGERS = "event_triggers";

    /**
     * Where an element of one of a table's lists is.
     *
     * @param list that it is in
     * @param index its place in the list
     */
    public record Place(TableName table, ArrayNode list, int index) {
        /** The element itself. */
        public ObjectNode element() {
            return (ObjectNode) list.get(index);
        }
    }

    /** Nothing but the source {@code default}, with no tables. */
    public static MetadataDocument empty() {
        MetadataDocument document =
                new MetadataDocument(NODES.objectNode().put("version", VERSION));
        document.sourceOrNew();
        return document;
    }

    /**
     * What is inside of {@code {resource_version, metadata}}, or the object itself; one of version
     * 2 as version 3.
     */
    public static MetadataDocument of(ObjectNode json) {
        ObjectNode document = json.get("metadata") instanceof ObjectNode inside ? inside : json;
        return new MetadataDocument(VersionTwo.upgraded(document));
    }

    /** The table that a name, or {@code {schema, name}}, means; empty when it is neither. */
    public static Optional<TableName> tableName(JsonNode written) {
        try {
            return Optional.of(TableReader.name(written));
        } catch (MalformedEntry e) {
            return Optional.empty();
        }
    }

    /** Another document of the same content. */
    public MetadataDocument copy() {
        return new MetadataDocument(json.deepCopy());
    }

    /**
     * The same content, with the entries of another document's tables in place of those that equal
     * them: most of a large document stays as it was, and then it is held once. Not to be edited,
     * but as a {@link #copy}.
     */
    public MetadataDocument sharing(MetadataDocument other) {
        Optional<ObjectNode> theirs = other.source();
        if (source().isEmpty() || theirs.isEmpty()) {
            return this;
        }
        Map<JsonNode, JsonNode> known = new HashMap<>();
        theirs.get().path(TABLES).forEach(entry -> known.put(entry.path("table"), entry));
        ObjectNode own = source().get();
        ArrayNode tables = NODES.arrayNode();
        for (JsonNode entry : own.path(TABLES)) {
            JsonNode there = known.get(entry.path("table"));
            tables.add(entry.equals(there) ? there : entry);
        }
        return own.path(TABLES).isArray() ? with(own, tables) : this;
    }

    private MetadataDocument with(ObjectNode source, ArrayNode tables) {
        ArrayNode sources = NODES.arrayNode();
        for (JsonNode one : json.path(SOURCES)) {
            sources.add(one == source ? NODES.objectNode().setAll(source) : one);
        }
        MetadataDocument changed = new MetadataDocument(NODES.objectNode());
        changed.json.setAll(json);
        changed.json.set(SOURCES, sources);
        changed.source().ifPresent(copied -> copied.set(TABLES, tables));
        return changed;
    }

    /** The entry of a tracked table. */
    public Optional<ObjectNode> table(TableName name) {
        return source().flatMap(source -> table(source, name));
    }

    /** The entry of a table; added when there is none, which tracks the table. */
    public ObjectNode tableOrNew(TableName name) {
        ObjectNode source = sourceOrNew();
        Optional<ObjectNode> known = table(source, name);
        if (known.isPresent()) {
            return known.get();
        }
        ObjectNode entry = list(source, TABLES).addObject();
        entry.putObject("table").put("name", name.name()).put("schema", name.schema());
        return entry;
    }

    /** The event trigger of that name. */
    public Optional<Place> eventTrigger(String name) {
        for (JsonNode table : source().map(s -> s.path(TABLES)).orElse(NODES.arrayNode())) {
            Optional<TableName> tableName = tableName(table.path("table"));
            JsonNode triggers = table.path(EVENT_TRIGGERS);
            for (int i = 0; tableName.isPresent() && i < triggers.size(); i++) {
                if (name.equals(triggers.path(i).path("name").textValue())) {
                    return Optional.of(new Place(tableName.get(), (ArrayNode) triggers, i));
                }
            }
        }
        return Optional.empty();
    }

    /**
     * The names of all event triggers that are written anywhere, those among them that cannot be
     * read: while a trigger is named it is not gone.
     */
    public Set<String> eventTriggerNames() {
        Set<String> names = new HashSet<>();
        for (JsonNode triggers : json.findValues(EVENT_TRIGGERS)) {
            for (JsonNode trigger : triggers) {
                if (trigger.path("name").isTextual()) {
                    names.add(trigger.path("name").textValue());
                }
            }
        }
        return names;
    }

    /** The list at a key of an entry; put there when there is none. */
    public static ArrayNode list(ObjectNode entry, String key) {
        return entry.get(key) instanceof ArrayNode list ? list : entry.putArray(key);
    }

    /** The entry of the source that is served ({@link ServedSource}). */
    public Optional<ObjectNode> source() {
        return ServedSource.of(json);
    }

    /** Its name; {@code default} when there is none. */
    public String sourceName() {
        return source().map(source -> source.path("name").textValue())
                .orElse(ServedSource.USUAL_NAME);
    }

    /** The same; added when there is none. */
    public ObjectNode sourceOrNew() {
        Optional<ObjectNode> known = source();
        if (known.isPresent()) {
            return known.get();
        }
        ObjectNode source = list(json, SOURCES).addObject();
        source.put("name", ServedSource.USUAL_NAME).put("kind", "postgres").putArray(TABLES);
        source.putObject("configuration")
                .putObject("connection_info")
                .putObject("database_url")
                .put("from_env", "HASURA_GRAPHQL_DATABASE_URL");
        return source;
    }

    private static Optional<ObjectNode> table(ObjectNode source, TableName name) {
        for (JsonNode table : source.path(TABLES)) {
            if (table instanceof ObjectNode entry
                    && tableName(entry.path("table")).filter(name::equals).isPresent()) {
                return Optional.of(entry);
            }
        }
        return Optional.empty();
    }
}
