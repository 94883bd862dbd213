package org.fitmesh.metadata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads an entry of {@code select_permissions}, {@code insert_permissions} and so on. */
final class PermissionReader {
    private PermissionReader() {}

    static SelectPermission select(Entry entry) {
        Entry permission = entry.object("permission");
        return new SelectPermission(
                role(entry),
                columns(permission.required("columns")),
                computedFields(permission),
                permission.object("filter").json(),
                permission.whole("limit"),
                permission.flag("allow_aggregations"),
                rootFields(permission, "query_root_fields", SelectPermission.QUERY_ROOT_FIELDS),
                rootFields(
                        permission,
                        "subscription_root_fields",
                        SelectPermission.SUBSCRIPTION_ROOT_FIELDS));
    }

    /** Absent columns mean all of them, as in Hasura. */
    static InsertPermission insert(Entry entry) {
        Entry permission = entry.object("permission");
        Optional<JsonNode> columns = permission.optional("columns");
        return new InsertPermission(
                role(entry),
                columns.map(PermissionReader::columns).orElse(new ColumnSet.All()),
                permission.object("check").json(),
                presets(permission),
                permission.flag("backend_only"),
                InputValidationReader.read(permission));
    }

    /** An absent check lets every changed row pass. */
    static UpdatePermission update(Entry entry) {
        Entry permission = entry.object("permission");
        return new UpdatePermission(
                role(entry),
                columns(permission.required("columns")),
                permission.object("filter").json(),
                permission.optional("check").orElseGet(() -> JsonNodeFactory.instance.objectNode()),
                presets(permission),
                permission.flag("backend_only"),
                InputValidationReader.read(permission));
    }

    static DeletePermission delete(Entry entry) {
        Entry permission = entry.object("permission");
        return new DeletePermission(
                role(entry),
                permission.object("filter").json(),
                permission.flag("backend_only"),
                InputValidationReader.read(permission));
    }

    private static String role(Entry entry) {
        String role = entry.text("role");
        if ("admin".equals(role)) {
            throw new MalformedEntry(
                    "the role admin may do everything already: remove this permission");
        }
        return role;
    }

    private static ColumnSet columns(JsonNode columns) {
        if (columns.isTextual() && "*".equals(columns.textValue())) {
            return new ColumnSet.All();
        }
        if (!columns.isArray()) {
            throw Entry.wrongType("columns", "\"*\" or a list of names", columns);
        }
        Set<String> names = new LinkedHashSet<>();
        for (JsonNode column : columns) {
            if (!column.isTextual()) {
                throw Entry.wrongType("columns", "\"*\" or a list of names", column);
            }
            names.add(column.textValue());
        }
        return new ColumnSet.Some(names);
    }

    private static Set<String> computedFields(Entry permission) {
        return permission.optional("computed_fields").isPresent()
                ? new LinkedHashSet<>(permission.texts("computed_fields"))
                : Set.of();
    }

    private static Optional<Set<String>> rootFields(
            Entry permission, String key, Set<String> allowed) {
        if (permission.optional(key).isEmpty()) {
            return Optional.empty();
        }
        Set<String> fields = new LinkedHashSet<>(permission.texts(key));
        for (String field : fields) {
            if (!allowed.contains(field)) {
                throw new MalformedEntry(
                        "\"%s\" has the unknown field \"%s\": there are %s"
                                .formatted(key, field, new TreeSet<>(allowed)));
            }
        }
        return Optional.of(fields);
    }

    private static Map<String, JsonNode> presets(Entry permission) {
        Map<String, JsonNode> presets = new LinkedHashMap<>();
        permission
                .optionalObject("set")
                .ifPresent(set -> set.keys().forEach(k -> presets.put(k, set.json().get(k))));
        return presets;
    }
}
