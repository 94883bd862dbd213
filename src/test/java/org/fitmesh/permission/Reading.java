package org.fitmesh.permission;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.fitmesh.permission.Garden.Rel;
import org.fitmesh.permission.Garden.Table;
import org.fitmesh.permission.Garden.Type;

/**
 * What a role may read of the garden's rows, read from the metadata as Hasura's manual explains it.
 */
final class Reading {
    private final RolePermissions permissions;
    private final RowFilter filter;
    private final Map<JsonNode, Map<Map<String, Object>, Boolean>> passed = new IdentityHashMap<>();
    private final Set<Map<String, Object>> written =
            Collections.newSetFromMap(new IdentityHashMap<>());

    Reading(RolePermissions permissions, RowFilter filter) {
        this.permissions = permissions;
        this.filter = filter;
    }

    /**
     * The same after a write, whose rows are answered whether or not they are seen.
     *
     * @param rows of that table, as they are now
     * @param answered the rows that are answered
     */
    Reading after(
            String table, List<Map<String, Object>> rows, List<Map<String, Object>> answered) {
        Map<String, List<Map<String, Object>>> all = new HashMap<>(filter.rows());
        all.put(table, rows);
        Reading after = new Reading(permissions, new RowFilter(all, filter.session()));
        after.written.addAll(answered);
        return after;
    }

    /** All rows of a table. */
    List<Map<String, Object>> all(String table) {
        return filter.rows().get(table);
    }

    /** The role's own permission, such as {@code delete_permissions}; each role that writes has. */
    JsonNode permission(String kind, String table) {
        return permissions.own(kind, table);
    }

    /** Whether a filter of a permission is true of a row. */
    boolean isTrue(JsonNode condition, String table, Map<String, Object> row) {
        return filter.isTrue(condition, table, row);
    }

    /** What a permission to write sets, by column. */
    Map<String, Object> presets(JsonNode permission, Table table) {
        Map<String, Object> presets = new HashMap<>();
        for (Map.Entry<String, JsonNode> set : permission.get("set").properties()) {
            Type type = table.columns().get(set.getKey());
            Object like = type == Type.INT ? Integer.valueOf(0) : type == Type.BOOL ? true : "";
            presets.put(set.getKey(), filter.operand(set.getValue(), like));
        }
        return presets;
    }

    Map<String, String> session() {
        return filter.session();
    }

    boolean readable(String table) {
        return !permissions.selects(table).isEmpty();
    }

    /** The columns that it reads in some row. */
    Set<String> columns(String table) {
        return listed("columns", table);
    }

    /** The columns, and the fields that a function computes. */
    Set<String> fields(String table) {
        Set<String> fields = columns(table);
        fields.addAll(listed("computed_fields", table));
        return fields;
    }

    private Set<String> listed(String key, String table) {
        Set<String> names = new LinkedHashSet<>();
        permissions.selects(table).forEach(p -> p.get(key).forEach(n -> names.add(n.asText())));
        return names;
    }

    boolean aggregates(String table) {
        return permissions.selects(table).stream()
                .anyMatch(p -> p.get("allow_aggregations").asBoolean());
    }

    OptionalInt limit(String table) {
        return permissions.selects(table).stream()
                .filter(p -> p.has("limit"))
                .mapToInt(p -> p.get("limit").asInt())
                .max();
    }

    /** The rows that it sees. */
    List<Map<String, Object>> visible(String table) {
        return all(table).stream().filter(row -> sees(table, row)).toList();
    }

    private boolean sees(String table, Map<String, Object> row) {
        return permissions.selects(table).stream().anyMatch(p -> passes(p, table, row));
    }

    /** The value that it sees: null where no permission with that column gives the row. */
    Object cell(String table, Map<String, Object> row, String column) {
        boolean granted =
                permissions.selects(table).stream()
                        .filter(
                                p ->
                                        has(p.get("columns"), column)
                                                || has(p.get("computed_fields"), column))
                        .anyMatch(p -> written.contains(row) || passes(p, table, row));
        return granted ? row.get(column) : null;
    }

    /** The rows of a relationship that it sees. */
    List<Map<String, Object>> related(Rel rel, Map<String, Object> row) {
        return visible(rel.target()).stream().filter(other -> rel.joins(row, other)).toList();
    }

    private static boolean has(JsonNode list, String text) {
        for (JsonNode element : list) {
            if (element.asText().equals(text)) {
                return true;
            }
        }
        return false;
    }

    private boolean passes(JsonNode permission, String table, Map<String, Object> row) {
        return passed.computeIfAbsent(permission, p -> new IdentityHashMap<>())
                .computeIfAbsent(row, r -> filter.isTrue(permission.get("filter"), table, r));
    }
}
