package org.fitmesh.permission;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import org.fitmesh.permission.Garden.Rel;
import org.fitmesh.permission.Garden.Table;
import org.fitmesh.permission.Garden.Type;

/**
 * What a role may read of the garden's rows, read from the metadata as Hasura's manual explains it.
 */
final class Reading {
    private final World world;
    private final Map<String, List<Map<String, Object>>> rows;
    private final Map<String, String> session;
    private final String role;
    private final Map<String, List<JsonNode>> known = new HashMap<>();
    private final Map<JsonNode, Map<Map<String, Object>, Boolean>> passed = new IdentityHashMap<>();
    private final Set<Map<String, Object>> written =
            Collections.newSetFromMap(new IdentityHashMap<>());

    /**
     * @param rows of each table
     * @param session session variables by name in lower case
     */
    Reading(
            World world,
            Map<String, List<Map<String, Object>>> rows,
            Map<String, String> session,
            String role) {
        this.world = world;
        this.rows = rows;
        this.session = session;
        this.role = role;
    }

    /**
     * The same after a write, whose rows are answered whether or not they are seen.
     *
     * @param rows of that table, as they are now
     * @param answered the rows that are answered
     */
    Reading after(
            String table, List<Map<String, Object>> rows, List<Map<String, Object>> answered) {
        Map<String, List<Map<String, Object>>> all = new HashMap<>(this.rows);
        all.put(table, rows);
        Reading after = new Reading(world, all, session, role);
        after.written.addAll(answered);
        return after;
    }

    /** All rows of a table. */
    List<Map<String, Object>> all(String table) {
        return rows.get(table);
    }

    /** The role's own permission, such as {@code delete_permissions}; each role that writes has. */
    JsonNode permission(String kind, String table) {
        for (JsonNode entry : world.metadata().at("/sources/0/tables")) {
            if (entry.at("/table/name").asText().equals(table)) {
                for (JsonNode permission : entry.get(kind)) {
                    if (permission.get("role").asText().equals(role)) {
                        return permission.get("permission");
                    }
                }
            }
        }
        throw new IllegalArgumentException(role + " has none of the " + kind + " of " + table);
    }

    /** Whether a filter of a permission is true of a row. */
    boolean isTrue(JsonNode filter, String table, Map<String, Object> row) {
        return Boolean.TRUE.equals(all(filter, table, row, row));
    }

    /** What a permission to write sets, by column. */
    Map<String, Object> presets(JsonNode permission, Table table) {
        Map<String, Object> presets = new HashMap<>();
        for (Map.Entry<String, JsonNode> set : permission.get("set").properties()) {
            Type type = table.columns().get(set.getKey());
            Object like = type == Type.INT ? Integer.valueOf(0) : type == Type.BOOL ? true : "";
            presets.put(set.getKey(), operand(set.getValue(), like));
        }
        return presets;
    }

    Map<String, String> session() {
        return session;
    }

    /** The permissions that add up to what the role has on a table. */
    List<JsonNode> permissions(String table) {
        List<JsonNode> found = known.get(table);
        if (found == null) {
            found = permissions(role, table);
            known.put(table, found);
        }
        return found;
    }

    private List<JsonNode> permissions(String of, String table) {
        for (JsonNode entry : world.metadata().at("/sources/0/tables")) {
            if (!entry.at("/table/name").asText().equals(table)) {
                continue;
            }
            for (JsonNode permission : entry.get("select_permissions")) {
                if (permission.get("role").asText().equals(of)) {
                    return List.of(permission.get("permission"));
                }
            }
        }
        Set<JsonNode> inherited = new LinkedHashSet<>();
        for (JsonNode entry : world.metadata().get("inherited_roles")) {
            if (entry.get("role_name").asText().equals(of)) {
                entry.get("role_set")
                        .forEach(p -> inherited.addAll(permissions(p.asText(), table)));
            }
        }
        return List.copyOf(inherited);
    }

    boolean readable(String table) {
        return !permissions(table).isEmpty();
    }

    /** The columns that it reads in some row. */
    Set<String> columns(String table) {
        Set<String> columns = new LinkedHashSet<>();
        permissions(table).forEach(p -> p.get("columns").forEach(c -> columns.add(c.asText())));
        return columns;
    }

    /** The columns, and the fields that a function computes. */
    Set<String> fields(String table) {
        Set<String> fields = columns(table);
        permissions(table)
                .forEach(p -> p.get("computed_fields").forEach(c -> fields.add(c.asText())));
        return fields;
    }

    boolean aggregates(String table) {
        return permissions(table).stream().anyMatch(p -> p.get("allow_aggregations").asBoolean());
    }

    OptionalInt limit(String table) {
        return permissions(table).stream()
                .filter(p -> p.has("limit"))
                .mapToInt(p -> p.get("limit").asInt())
                .max();
    }

    /** The rows that it sees. */
    List<Map<String, Object>> visible(String table) {
        return rows.get(table).stream().filter(row -> sees(table, row)).toList();
    }

    boolean sees(String table, Map<String, Object> row) {
        return permissions(table).stream().anyMatch(p -> passes(p, table, row));
    }

    /** The value that it sees: null where no permission with that column gives the row. */
    Object cell(String table, Map<String, Object> row, String column) {
        boolean granted =
                permissions(table).stream()
                        .filter(
                                p ->
                                        has(p.get("columns"), column)
                                                || has(p.get("computed_fields"), column))
                        .anyMatch(p -> written.contains(row) || passes(p, table, row));
        return granted ? row.get(column) : null;
    }

    /** The rows of a relationship that it sees. */
    List<Map<String, Object>> related(Rel rel, Map<String, Object> row) {
        return visible(rel.target()).stream().filter(other -> joined(rel, row, other)).toList();
    }

    private static boolean joined(Rel rel, Map<String, Object> row, Map<String, Object> other) {
        Object own = row.get(rel.own());
        return own != null && own.equals(other.get(rel.theirs()));
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
                .computeIfAbsent(
                        row,
                        r -> Boolean.TRUE.equals(all(permission.get("filter"), table, row, row)));
    }

    /** True, false, or null for unknown. */
    private Boolean all(
            JsonNode filter, String table, Map<String, Object> row, Map<String, Object> root) {
        List<Boolean> parts = new ArrayList<>();
        for (Map.Entry<String, JsonNode> key : filter.properties()) {
            parts.add(key(key.getKey(), key.getValue(), table, row, root));
        }
        return Logic.and(parts);
    }

    private Boolean key(
            String key,
            JsonNode value,
            String table,
            Map<String, Object> row,
            Map<String, Object> root) {
        switch (key) {
            case "_and":
                return Logic.and(each(value, table, row, root));
            case "_or":
                return Logic.or(each(value, table, row, root));
            case "_not":
                return Logic.not(all(value, table, row, root));
            case "_exists":
                String other = value.at("/_table/name").asText();
                return rows.get(other).stream()
                        .anyMatch(
                                r -> Boolean.TRUE.equals(all(value.get("_where"), other, r, root)));
            default:
                Rel rel = Garden.table(table).rels().get(key);
                return rel == null
                        ? tests(value, row.get(key), new Place(table, row, root))
                        : someRelated(rel, value, row, root);
        }
    }

    /** Whatever the role may see there. */
    private Boolean someRelated(
            Rel rel, JsonNode filter, Map<String, Object> row, Map<String, Object> root) {
        return rows.get(rel.target()).stream()
                .filter(other -> joined(rel, row, other))
                .anyMatch(other -> Boolean.TRUE.equals(all(filter, rel.target(), other, root)));
    }

    private List<Boolean> each(
            JsonNode list, String table, Map<String, Object> row, Map<String, Object> root) {
        List<Boolean> parts = new ArrayList<>();
        list.forEach(element -> parts.add(all(element, table, row, root)));
        return parts;
    }

    /** Where a column is compared. */
    private record Place(String table, Map<String, Object> row, Map<String, Object> root) {}

    private Boolean tests(JsonNode tests, Object cell, Place place) {
        List<Boolean> parts = new ArrayList<>();
        for (Map.Entry<String, JsonNode> test : tests.properties()) {
            parts.add(test(test.getKey(), test.getValue(), cell, place));
        }
        return Logic.and(parts);
    }

    private Boolean test(String operator, JsonNode right, Object cell, Place place) {
        if (operator.equals("_is_null")) {
            return (cell == null) == right.asBoolean();
        }
        if (operator.startsWith("_c")) {
            return Logic.compare(
                    "_" + operator.substring(2).replace("ne", "neq"), cell, other(right, place));
        }
        return Logic.compare(operator, cell, operand(right, cell));
    }

    /** A column of the row, of the root row, or of the row that an object relationship leads to. */
    private Object other(JsonNode right, Place place) {
        if (!right.isArray()) {
            return place.row().get(right.asText());
        }
        String column = right.get(1).asText();
        if (right.get(0).asText().equals("$")) {
            return place.root().get(column);
        }
        Rel rel = Garden.table(place.table()).rels().get(right.get(0).asText());
        return rows.get(rel.target()).stream()
                .filter(row -> joined(rel, place.row(), row))
                .findFirst()
                .map(row -> row.get(column))
                .orElse(null);
    }

    private Object operand(JsonNode right, Object cell) {
        if (right.isArray()) {
            List<Object> values = new ArrayList<>();
            right.forEach(value -> values.add(operand(value, cell)));
            return values;
        }
        if (right.isTextual() && right.asText().startsWith("X-Hasura-")) {
            return sessionValue(
                    session.get(right.asText().toLowerCase(java.util.Locale.ROOT)), cell);
        }
        return right.isInt()
                ? right.intValue()
                : right.isBoolean() ? right.booleanValue() : right.asText();
    }

    private static Object sessionValue(String text, Object cell) {
        if (text.startsWith("{")) {
            List<Object> values = new ArrayList<>();
            for (String element : text.substring(1, text.length() - 1).split(",")) {
                values.add(Integer.valueOf(element));
            }
            return values;
        }
        if (cell instanceof Integer) {
            return Integer.valueOf(text);
        }
        return cell instanceof Boolean ? Boolean.valueOf(text) : text;
    }

    /** SQL's logic of three values. */
    static final class Logic {
        private Logic() {}

        static Boolean and(List<Boolean> parts) {
            if (parts.contains(Boolean.FALSE)) {
                return false;
            }
            return parts.stream().anyMatch(Objects::isNull) ? null : Boolean.TRUE;
        }

        static Boolean or(List<Boolean> parts) {
            if (parts.contains(Boolean.TRUE)) {
                return true;
            }
            return parts.stream().anyMatch(Objects::isNull) ? null : Boolean.FALSE;
        }

        static Boolean not(Boolean part) {
            return part == null ? null : !part;
        }

        static Boolean compare(String operator, Object left, Object right) {
            if (operator.equals("_in") || operator.equals("_nin")) {
                boolean in = operator.equals("_in");
                List<?> values = (List<?>) right;
                if (values.isEmpty()) {
                    return !in;
                }
                return left == null ? null : values.contains(left) == in;
            }
            if (left == null || right == null) {
                return null;
            }
            int order = ORDER.compare(left, right);
            return switch (operator) {
                case "_eq" -> order == 0;
                case "_neq" -> order != 0;
                case "_gt" -> order > 0;
                case "_lt" -> order < 0;
                case "_gte" -> order >= 0;
                case "_lte" -> order <= 0;
                default -> throw new IllegalArgumentException(operator);
            };
        }

        @SuppressWarnings("unchecked")
        static final Comparator<Object> ORDER = (a, b) -> ((Comparable<Object>) a).compareTo(b);
    }

    static Map<String, String> session(Pick pick) {
        Map<String, String> session = new HashMap<>();
        session.put("x-hasura-int", String.valueOf(pick.below(6)));
        session.put("x-hasura-text", (String) pick.value(Garden.Type.TEXT));
        session.put("x-hasura-bool", String.valueOf(pick.random().nextBoolean()));
        session.put("x-hasura-ids", "{" + pick.below(6) + "," + pick.below(6) + "}");
        return session;
    }
}
