package org.fitmesh.permission;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.fitmesh.permission.Garden.Table;
import org.fitmesh.permission.Garden.Type;

/**
 * A list of rows.
 *
 * @param where null: none
 * @param orderBy columns, with their direction
 * @param distinctOn empty: none; else the first of {@code orderBy}
 */
record Rows(
        Condition where,
        List<Order> orderBy,
        String distinctOn,
        OptionalInt limit,
        OptionalInt offset,
        Selection selection) {

    record Order(OrderKey key, boolean descending) {}

    static Rows random(Pick pick, Reading reading, Table table, int depth) {
        List<Order> orderBy = new ArrayList<>();
        String distinctOn = "";
        if (pick.oneIn(2)) {
            if (pick.oneIn(3)) {
                distinctOn = pick.one(reading.columns(table.name()));
                orderBy.add(new Order(new OrderKey.Own(distinctOn), pick.oneIn(2)));
            }
            for (int i = 1 + pick.below(3); i > 0; i--) {
                orderBy.add(new Order(OrderKey.random(pick, reading, table), pick.oneIn(2)));
            }
        }
        return new Rows(
                pick.oneIn(3) ? null : Condition.random(pick, reading, table, 2),
                orderBy,
                distinctOn,
                pick.oneIn(4) ? OptionalInt.of(pick.below(5)) : OptionalInt.empty(),
                pick.oneIn(6) ? OptionalInt.of(pick.below(3)) : OptionalInt.empty(),
                Selection.random(pick, reading, table, depth));
    }

    String text(Variables variables) {
        List<String> arguments = new ArrayList<>();
        if (where != null) {
            arguments.add("where: " + where.text(variables));
        }
        if (!orderBy.isEmpty()) {
            List<String> keys = new ArrayList<>();
            orderBy.forEach(o -> keys.add(o.key().text(o.descending() ? "desc" : "asc")));
            arguments.add("order_by: [" + String.join(", ", keys) + "]");
        }
        if (!distinctOn.isEmpty()) {
            arguments.add("distinct_on: " + distinctOn);
        }
        limit.ifPresent(n -> arguments.add("limit: " + variables.add(Type.INT, n)));
        offset.ifPresent(n -> arguments.add("offset: " + n));
        String list = arguments.isEmpty() ? "" : "(" + String.join(", ", arguments) + ")";
        return list + " " + selection.text(variables);
    }

    /**
     * Is it a list that the role may get: of its rows, each at most once, as many as there must be,
     * in an order that fits?
     *
     * @param rows those that it sees
     */
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
        if (answer.size() != expectedSize(reading, table, wanted)) {
            return false;
        }
        List<List<Integer>> candidates = candidates(selection, reading, table, wanted, answer);
        return assignable(candidates, wanted.size()) && inOrder(reading, table, wanted, candidates);
    }

    /** Is it a list of those rows, all of them, in any order? */
    static boolean areAll(
            Selection selection,
            Reading reading,
            String table,
            List<Map<String, Object>> rows,
            JsonNode answer) {
        return answer.size() == rows.size()
                && assignable(candidates(selection, reading, table, rows, answer), rows.size());
    }

    /** For each object which rows it may be. */
    private static List<List<Integer>> candidates(
            Selection selection,
            Reading reading,
            String table,
            List<Map<String, Object>> wanted,
            JsonNode answer) {
        List<List<Integer>> candidates = new ArrayList<>();
        for (JsonNode object : answer) {
            List<Integer> of = new ArrayList<>();
            for (int i = 0; i < wanted.size(); i++) {
                if (selection.matches(reading, table, wanted.get(i), object)) {
                    of.add(i);
                }
            }
            candidates.add(of);
        }
        return candidates;
    }

    private int expectedSize(Reading reading, String table, List<Map<String, Object>> wanted) {
        Set<Object> groups = new HashSet<>();
        wanted.forEach(r -> groups.add(String.valueOf(reading.cell(table, r, distinctOn))));
        int size = distinctOn.isEmpty() ? wanted.size() : groups.size();
        size = Math.max(0, size - offset.orElse(0));
        size = Math.min(size, limit.orElse(size));
        return Math.min(size, reading.limit(table).orElse(size));
    }

    /** Whether each answer can be a row of its own. */
    private static boolean assignable(List<List<Integer>> candidates, int rows) {
        int[] taken = new int[rows];
        Arrays.fill(taken, -1);
        for (int i = 0; i < candidates.size(); i++) {
            if (!assign(i, candidates, taken, new HashSet<>())) {
                return false;
            }
        }
        return true;
    }

    private static boolean assign(
            int answer, List<List<Integer>> candidates, int[] taken, Set<Integer> tried) {
        for (int row : candidates.get(answer)) {
            if (tried.add(row)
                    && (taken[row] < 0 || assign(taken[row], candidates, taken, tried))) {
                taken[row] = answer;
                return true;
            }
        }
        return false;
    }

    /**
     * Where it is plain which row an answer is, their order, and that none that comes first is left
     * out.
     */
    private boolean inOrder(
            Reading reading,
            String table,
            List<Map<String, Object>> wanted,
            List<List<Integer>> candidates) {
        if (candidates.isEmpty() || candidates.stream().anyMatch(of -> of.size() != 1)) {
            return true;
        }
        Comparator<Map<String, Object>> order = order(reading, table);
        List<Integer> taken = candidates.stream().map(of -> of.get(0)).toList();
        for (int i = 1; i < taken.size(); i++) {
            if (order.compare(wanted.get(taken.get(i - 1)), wanted.get(taken.get(i))) > 0) {
                return false;
            }
        }
        if (!distinctOn.isEmpty() || offset.isPresent()) {
            return true;
        }
        Set<Integer> left = new TreeSet<>();
        for (int i = 0; i < wanted.size(); i++) {
            left.add(i);
        }
        left.removeAll(taken);
        Map<String, Object> last = wanted.get(taken.get(taken.size() - 1));
        return left.stream().allMatch(i -> order.compare(wanted.get(i), last) >= 0);
    }

    private Comparator<Map<String, Object>> order(Reading reading, String table) {
        Comparator<Map<String, Object>> order = (a, b) -> 0;
        for (Order key : orderBy) {
            Comparator<Map<String, Object>> ascending =
                    Comparator.comparing(
                            row -> key.key().value(reading, table, row),
                            Comparator.nullsLast(Logic.ORDER));
            order = order.thenComparing(key.descending() ? ascending.reversed() : ascending);
        }
        return order;
    }

    static boolean equal(Object value, JsonNode json) {
        if (value == null) {
            return json.isNull();
        }
        if (value instanceof Integer number) {
            return json.isInt() && json.intValue() == number;
        }
        return value instanceof Boolean flag
                ? json.isBoolean() && json.booleanValue() == flag
                : json.isTextual() && json.textValue().equals(value);
    }
}
