package org.fitmesh.permission;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.fitmesh.permission.Garden.Rel;

/**
 * Whether filters and checks of permissions are true of rows, whatever anybody may see of them.
 *
 * @param rows of each table
 * @param session session variables by name in lower case
 */
record RowFilter(Map<String, List<Map<String, Object>>> rows, Map<String, String> session) {

    /** Whether a filter is true of a row: neither false nor unknown. */
    boolean isTrue(JsonNode filter, String table, Map<String, Object> row) {
        return Boolean.TRUE.equals(all(filter, table, row, row));
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
                .filter(other -> rel.joins(row, other))
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
                .filter(row -> rel.joins(place.row(), row))
                .findFirst()
                .map(row -> row.get(column))
                .orElse(null);
    }

    /**
     * The value that a permission names.
     *
     * @param cell what it is compared with: a session variable is read as its type
     */
    Object operand(JsonNode right, Object cell) {
        if (right.isArray()) {
            List<Object> values = new ArrayList<>();
            right.forEach(value -> values.add(operand(value, cell)));
            return values;
        }
        if (right.isTextual() && right.asText().startsWith("X-Hasura-")) {
            return sessionValue(session.get(right.asText().toLowerCase(Locale.ROOT)), cell);
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
}
