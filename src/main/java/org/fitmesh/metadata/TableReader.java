package org.fitmesh.metadata;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.fitmesh.catalog.TableName;
import org.fitmesh.naming.GraphQLName;

/** Reads an entry of {@code tables}; each of its parts on its own. */
final class TableReader {
    private static final TableConfiguration ENUM =
            new TableConfiguration(
                    Optional.empty(), Map.of(), Map.of(), TableConfiguration.Comments.NONE, true);

    private final Findings findings;

    TableReader(Findings findings) {
        this.findings = findings;
    }

    /** A name alone is a table of schema public. */
    static TableName name(JsonNode table) {
        if (table.isTextual()) {
            return TableName.inPublic(table.textValue());
        }
        if (!table.isObject()) {
            throw Entry.wrongType("table", "a name or {schema, name}", table);
        }
        Entry entry = Entry.of(table);
        return new TableName(
                entry.optionalText("schema").orElse(TableName.PUBLIC), entry.text("name"));
    }

    TrackedTable read(Entry entry) {
        TableName table = name(entry.required("table"));
        List<Relationship> relationships = new ArrayList<>();
        Set<String> fields = new HashSet<>();
        for (Relationship.Kind kind : Relationship.Kind.values()) {
            boolean object = kind == Relationship.Kind.OBJECT;
            Part part =
                    new Part(
                            table,
                            object ? "object_relationships" : "array_relationships",
                            object ? "object_relation" : "array_relation",
                            "name");
            relationships.addAll(
                    all(entry, part, fields, one -> RelationshipReader.read(one, kind)));
        }
        Part remotes = new Part(table, "remote_relationships", "remote_relationship", "name");
        Part computed = new Part(table, "computed_fields", "computed_field", "name");
        Part selects = new Part(table, "select_permissions", "select_permission", "role");
        Part inserts = new Part(table, "insert_permissions", "insert_permission", "role");
        Part updates = new Part(table, "update_permissions", "update_permission", "role");
        Part deletes = new Part(table, "delete_permissions", "delete_permission", "role");
        Part events = new Part(table, "event_triggers", "event_trigger", "name");
        return new TrackedTable(
                table,
                findings.attempt("table", table.toString(), () -> configuration(entry, table))
                        .orElse(TableConfiguration.NONE),
                List.copyOf(relationships),
                all(entry, remotes, fields, RemoteRelationshipReader::read),
                all(entry, computed, fields, FunctionReader::computedField),
                all(entry, selects, new HashSet<>(), PermissionReader::select),
                all(entry, inserts, new HashSet<>(), PermissionReader::insert),
                all(entry, updates, new HashSet<>(), PermissionReader::update),
                all(entry, deletes, new HashSet<>(), PermissionReader::delete),
                all(entry, events, new HashSet<>(), one -> EventTriggerReader.read(one, table)));
    }

    /**
     * A list of a table's entry.
     *
     * @param key where the list is
     * @param type Hasura's word for one of the list
     * @param identity the key that tells one from another
     */
    private record Part(TableName table, String key, String type, String identity) {}

    private <T> List<T> all(Entry entry, Part part, Set<String> seen, Function<Entry, T> reading) {
        List<T> read = new ArrayList<>();
        Optional<List<JsonNode>> elements =
                findings.attempt(
                        part.type(), part.table().toString(), () -> entry.elements(part.key()));
        for (JsonNode element : elements.orElse(List.of())) {
            String identity = element.path(part.identity()).asText("?");
            findings.attempt(
                            part.type(),
                            part.table() + "." + identity,
                            () -> once(reading.apply(Entry.of(element)), identity, seen))
                    .ifPresent(read::add);
        }
        return List.copyOf(read);
    }

    private static <T> T once(T read, String identity, Set<String> seen) {
        if (!seen.add(identity)) {
            throw new MalformedEntry("is there twice: remove or rename one");
        }
        return read;
    }

    private TableConfiguration configuration(Entry entry, TableName table) {
        Optional<Entry> configuration = entry.optionalObject("configuration");
        boolean isEnum = entry.flag("is_enum");
        if (configuration.isEmpty()) {
            return isEnum ? ENUM : TableConfiguration.NONE;
        }
        return new TableConfiguration(
                configuration.get().optionalText("custom_name"),
                usable(rootFields(configuration.get()), "root field", table),
                usable(columnNames(configuration.get()), "column", table),
                new TableConfiguration.Comments(
                        configuration.get().optionalText("comment"),
                        comments(configuration.get(), "column_config"),
                        comments(configuration.get(), "custom_root_fields")),
                isEnum);
    }

    /** A name that GraphQL cannot say is listed, in Hasura's words; the usual one stands. */
    private Map<String, String> usable(Map<String, String> names, String what, TableName table) {
        Map<String, String> usable = new LinkedHashMap<>();
        names.forEach(
                (key, name) -> {
                    if (GraphQLName.isFree(name)) {
                        usable.put(key, name);
                        return;
                    }
                    String reason = name + " is not valid GraphQL name, of " + what + " " + key;
                    findings.add("table", table.toString(), reason);
                });
        return usable;
    }

    /** A root field is a name, or {@code {name, comment}}; without a name it keeps its own. */
    private static Map<String, String> rootFields(Entry configuration) {
        Map<String, String> names = new LinkedHashMap<>();
        Optional<Entry> fields = configuration.optionalObject("custom_root_fields");
        for (String key : fields.map(Entry::keys).orElse(List.of())) {
            boolean described = fields.get().json().get(key).isObject();
            Optional<String> name =
                    described
                            ? fields.get().object(key).optionalText("name")
                            : fields.get().optionalText(key);
            name.ifPresent(text -> names.put(key, text));
        }
        return names;
    }

    /** The key {@code comment} of each of these objects that has one. */
    private static Map<String, String> comments(Entry configuration, String key) {
        Map<String, String> comments = new LinkedHashMap<>();
        Optional<Entry> described = configuration.optionalObject(key);
        for (String name : described.map(Entry::keys).orElse(List.of())) {
            if (described.get().json().get(name).isObject()) {
                described
                        .get()
                        .object(name)
                        .optionalText("comment")
                        .ifPresent(text -> comments.put(name, text));
            }
        }
        return comments;
    }

    /** {@code column_config} is the newer form; both may stand side by side. */
    private static Map<String, String> columnNames(Entry configuration) {
        Map<String, String> names =
                new LinkedHashMap<>(configuration.textsByKey("custom_column_names"));
        Optional<Entry> columns = configuration.optionalObject("column_config");
        for (String column : columns.map(Entry::keys).orElse(List.of())) {
            columns.get()
                    .object(column)
                    .optionalText("custom_name")
                    .ifPresent(name -> names.put(column, name));
        }
        return names;
    }
}
