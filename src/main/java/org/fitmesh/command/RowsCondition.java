package org.fitmesh.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The condition of an older command on rows. */
final class RowsCondition {
    private static final Map<String, String> OPERATORS =
            Map.ofEntries(
                    Map.entry("_eq", "="),
                    Map.entry("_ne", "<>"),
                    Map.entry("_neq", "<>"),
                    Map.entry("_gt", ">"),
                    Map.entry("_lt", "<"),
                    Map.entry("_gte", ">="),
                    Map.entry("_lte", "<="),
                    Map.entry("_like", "like"),
                    Map.entry("_nlike", "not like"),
                    Map.entry("_ilike", "ilike"),
                    Map.entry("_nilike", "not ilike"),
                    Map.entry("_similar", "similar to"),
                    Map.entry("_nsimilar", "not similar to"));

    private final RowsTable table;
    private final List<String> parameters = new ArrayList<>();

    RowsCondition(RowsTable table) {
        this.table = table;
    }

    /** The values, in the order of the texts that were asked for. */
    List<String> parameters() {
        return parameters;
    }

    /** {@code where …}, or nothing. */
    String where(JsonNode expression) {
        return " where " + all(expression, " and ");
    }

    private String all(JsonNode expression, String joined) {
        List<String> parts = new ArrayList<>();
        if (expression.isArray()) {
            expression.forEach(one -> parts.add(all(one, " and ")));
        } else {
            expression.properties().forEach(e -> parts.add(part(e.getKey(), e.getValue())));
        }
        if (parts.isEmpty()) {
            return joined.equals(" or ") ? "false" : "true";
        }
        return "(" + String.join(joined, parts) + ")";
    }

    private String part(String key, JsonNode value) {
        return switch (key.replace('$', '_')) {
            case "_and" -> all(value, " and ");
            case "_or" -> all(value, " or ");
            case "_not" -> "not " + all(value, " and ");
            default -> ofColumn(key, value);
        };
    }

    private String ofColumn(String column, JsonNode value) {
        if (!value.isObject()) {
            return compared(column, "=", value);
        }
        List<String> parts = new ArrayList<>();
        value.properties().forEach(e -> parts.add(operator(column, e.getKey(), e.getValue())));
        return parts.isEmpty() ? "true" : String.join(" and ", parts);
    }

    private String operator(String column, String written, JsonNode value) {
        String operator = written.replace('$', '_');
        return switch (operator) {
            case "_is_null" ->
                    table.column(column) + (value.asBoolean() ? " is null" : " is not null");
            case "_in" -> in(column, value);
            case "_nin" -> "not " + in(column, value);
            default -> {
                String sql = OPERATORS.get(operator);
                if (sql == null) {
                    throw table.arguments()
                            .failed(
                                    "unexpected operator : " + Names.quoted(written),
                                    table.arguments().path().key("where"));
                }
                yield compared(column, sql, value);
            }
        };
    }

    private String in(String column, JsonNode values) {
        List<String> parts = new ArrayList<>();
        values.forEach(value -> parts.add(compared(column, "=", value)));
        return parts.isEmpty() ? "false" : "(" + String.join(" or ", parts) + ")";
    }

    /** PostgreSQL reads the value as one of the column's type. */
    private String compared(String column, String operator, JsonNode value) {
        String name = table.column(column);
        parameters.add(Answers.object().set(column, value).toString());
        return name
                + " "
                + operator
                + " (json_populate_record(null::"
                + table.sql()
                + ", ?::json))."
                + name;
    }
}
