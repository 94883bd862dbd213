package org.fitmesh.permission;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import org.fitmesh.permission.Garden.Table;
import org.fitmesh.permission.Garden.Type;

/**
 * {@code <table>_aggregate} over one column.
 *
 * @param where null: none
 */
record Aggregates(Condition where, String column, Type type, Selection nodes) {

    static Aggregates random(Pick pick, Reading reading, Table table, int depth) {
        String column = pick.one(reading.columns(table.name()));
        return new Aggregates(
                pick.oneIn(3) ? null : Condition.random(pick, reading, table, 2),
                column,
                table.columns().get(column),
                Selection.random(pick, reading, table, depth));
    }

    String text(Variables variables) {
        String arguments = where == null ? "" : "(where: " + where.text(variables) + ")";
        String extremes =
                type == Type.BOOL ? "" : "max { %s } min { %s }".formatted(column, column);
        String sum = type == Type.INT ? "sum { %s }".formatted(column) : "";
        return "%s { aggregate { count values: count(columns: %s) different: count(columns: [%s], distinct: true) %s %s } nodes %s }"
                .formatted(arguments, column, column, extremes, sum, nodes.text(variables));
    }

    boolean matches(
            Reading reading, String table, List<Map<String, Object>> rows, JsonNode answer) {
        List<Map<String, Object>> wanted =
                rows.stream()
                        .filter(
                                r ->
                                        where == null
                                                || Boolean.TRUE.equals(
                                                        where.test(reading, table, r)))
                        .toList();
        List<Object> cells =
                wanted.stream()
                        .map(row -> reading.cell(table, row, column))
                        .filter(Objects::nonNull)
                        .toList();
        JsonNode aggregate = answer.path("aggregate");
        return Rows.equal(wanted.size(), aggregate.path("count"))
                && Rows.equal(cells.size(), aggregate.path("values"))
                && Rows.equal(new HashSet<>(cells).size(), aggregate.path("different"))
                && extremes(cells, aggregate)
                && allNodes().matches(reading, table, wanted, answer.path("nodes"));
    }

    private Rows allNodes() {
        return new Rows(null, List.of(), "", OptionalInt.empty(), OptionalInt.empty(), nodes);
    }

    private boolean extremes(List<Object> cells, JsonNode aggregate) {
        if (type == Type.BOOL) {
            return true;
        }
        Object max = cells.stream().max(Logic.ORDER).orElse(null);
        Object min = cells.stream().min(Logic.ORDER).orElse(null);
        Object sum =
                type == Type.TEXT || cells.isEmpty()
                        ? null
                        : cells.stream().mapToInt(cell -> (Integer) cell).sum();
        return Rows.equal(max, aggregate.path("max").path(column))
                && Rows.equal(min, aggregate.path("min").path(column))
                && (type == Type.TEXT || Rows.equal(sum, aggregate.path("sum").path(column)));
    }
}
