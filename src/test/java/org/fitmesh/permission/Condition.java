package org.fitmesh.permission;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.fitmesh.permission.Garden.Rel;
import org.fitmesh.permission.Garden.Table;
import org.fitmesh.permission.Garden.Type;

/** A client's {@code where}: as text, and what it says of a row. */
sealed interface Condition {
    List<String> OPERATORS = List.of("_eq", "_neq", "_gt", "_lt", "_gte", "_lte");

    /** As the value of {@code where}, the values as variables. */
    String text(Variables variables);

    /** True, false, or null for unknown. */
    Boolean test(Reading reading, String table, Map<String, Object> row);

    record Junction(String word, List<Condition> parts) implements Condition {
        @Override
        public String text(Variables variables) {
            return "{%s: [%s]}"
                    .formatted(
                            word,
                            parts.stream()
                                    .map(p -> p.text(variables))
                                    .collect(Collectors.joining(", ")));
        }

        @Override
        public Boolean test(Reading reading, String table, Map<String, Object> row) {
            List<Boolean> tests = new ArrayList<>();
            parts.forEach(part -> tests.add(part.test(reading, table, row)));
            return word.equals("_and") ? Logic.and(tests) : Logic.or(tests);
        }
    }

    record Not(Condition part) implements Condition {
        @Override
        public String text(Variables variables) {
            return "{_not: " + part.text(variables) + "}";
        }

        @Override
        public Boolean test(Reading reading, String table, Map<String, Object> row) {
            return Logic.not(part.test(reading, table, row));
        }
    }

    record Test(String column, Type type, String operator, Object value) implements Condition {
        @Override
        public String text(Variables variables) {
            return "{%s: {%s: %s}}".formatted(column, operator, variables.add(type, value));
        }

        @Override
        public Boolean test(Reading reading, String table, Map<String, Object> row) {
            return Logic.compare(operator, reading.cell(table, row, column), value);
        }
    }

    record NullTest(String column, boolean isNull) implements Condition {
        @Override
        public String text(Variables variables) {
            return "{%s: {_is_null: %s}}".formatted(column, isNull);
        }

        @Override
        public Boolean test(Reading reading, String table, Map<String, Object> row) {
            return (reading.cell(table, row, column) == null) == isNull;
        }
    }

    /** Some related row. */
    record Some(Rel rel, Condition inner) implements Condition {
        @Override
        public String text(Variables variables) {
            return "{%s: %s}".formatted(rel.name(), inner.text(variables));
        }

        @Override
        public Boolean test(Reading reading, String table, Map<String, Object> row) {
            return reading.related(rel, row).stream()
                    .anyMatch(
                            other -> Boolean.TRUE.equals(inner.test(reading, rel.target(), other)));
        }
    }

    /** How many related rows, or how many values of a column in them. */
    record Count(
            Rel rel, String column, boolean distinct, String operator, int value, Condition filter)
            implements Condition {
        @Override
        public String text(Variables variables) {
            String arguments =
                    column.isEmpty()
                            ? ""
                            : "arguments: [%s], distinct: %s, ".formatted(column, distinct);
            return "{%s_aggregate: {count: {%sfilter: %s, predicate: {%s: %s}}}}"
                    .formatted(
                            rel.name(),
                            arguments,
                            filter.text(variables),
                            operator,
                            variables.add(Type.INT, value));
        }

        @Override
        public Boolean test(Reading reading, String table, Map<String, Object> row) {
            List<Object> cells = new ArrayList<>();
            for (Map<String, Object> other : reading.related(rel, row)) {
                if (Boolean.TRUE.equals(filter.test(reading, rel.target(), other))) {
                    Object cell =
                            column.isEmpty()
                                    ? Integer.valueOf(1)
                                    : reading.cell(rel.target(), other, column);
                    if (cell != null && !(distinct && !column.isEmpty() && cells.contains(cell))) {
                        cells.add(cell);
                    }
                }
            }
            return Logic.compare(operator, cells.size(), value);
        }
    }

    static Condition random(Pick pick, Reading reading, Table table, int depth) {
        switch (depth == 0 ? 9 : pick.below(10)) {
            case 0:
                return junction("_and", pick, reading, table, depth);
            case 1, 2:
                return junction("_or", pick, reading, table, depth);
            case 3:
                return new Not(random(pick, reading, table, depth - 1));
            case 4, 5:
                return related(pick, reading, table, depth);
            default:
                return ofColumn(pick, reading, table);
        }
    }

    private static Condition junction(
            String word, Pick pick, Reading reading, Table table, int depth) {
        List<Condition> parts = new ArrayList<>();
        for (int i = pick.below(4); i > 0; i--) {
            parts.add(random(pick, reading, table, depth - 1));
        }
        return new Junction(word, parts);
    }

    private static Condition related(Pick pick, Reading reading, Table table, int depth) {
        Rel rel = table.rels().get(pick.one(table.rels().keySet()));
        if (!reading.readable(rel.target())) {
            return ofColumn(pick, reading, table);
        }
        Table target = Garden.table(rel.target());
        Condition inner = random(pick, reading, target, depth - 1);
        if (!rel.array() || rel.computed() || !reading.aggregates(rel.target()) || pick.oneIn(2)) {
            return new Some(rel, inner);
        }
        String column = pick.oneIn(2) ? "" : pick.one(reading.columns(rel.target()));
        return new Count(rel, column, pick.oneIn(2), pick.of(OPERATORS), pick.below(3), inner);
    }

    private static Condition ofColumn(Pick pick, Reading reading, Table table) {
        String column = pick.one(reading.fields(table.name()));
        Type type = table.type(column);
        if (pick.oneIn(5)) {
            return new NullTest(column, pick.oneIn(2));
        }
        if (pick.oneIn(4)) {
            return new Test(column, type, pick.oneIn(2) ? "_in" : "_nin", pick.values(type));
        }
        return new Test(column, type, pick.of(OPERATORS), pick.value(type));
    }
}
