package org.fitmesh.permission;

import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.fitmesh.permission.Garden.Rel;
import org.fitmesh.permission.Garden.Table;
import org.fitmesh.permission.Garden.Type;

/** What rows are ordered by. */
sealed interface OrderKey {

    /** An element of {@code order_by}. */
    String text(String direction);

    /** The value of a row as the role sees it. */
    Object value(Reading reading, String table, Map<String, Object> row);

    /** A field of the row. */
    record Own(String field) implements OrderKey {
        @Override
        public String text(String direction) {
            return "{%s: %s}".formatted(field, direction);
        }

        @Override
        public Object value(Reading reading, String table, Map<String, Object> row) {
            return reading.cell(table, row, field);
        }
    }

    /** A key of the related row. */
    record OfRelated(Rel rel, OrderKey inner) implements OrderKey {
        @Override
        public String text(String direction) {
            return "{%s: %s}".formatted(rel.name(), inner.text(direction));
        }

        @Override
        public Object value(Reading reading, String table, Map<String, Object> row) {
            return reading.related(rel, row).stream()
                    .findFirst()
                    .map(other -> inner.value(reading, rel.target(), other))
                    .orElse(null);
        }
    }

    /** How many related rows. */
    record Count(Rel rel) implements OrderKey {
        @Override
        public String text(String direction) {
            return "{%s_aggregate: {count: %s}}".formatted(rel.name(), direction);
        }

        @Override
        public Object value(Reading reading, String table, Map<String, Object> row) {
            return reading.related(rel, row).size();
        }
    }

    /** The greatest value of a column in related rows. */
    record Max(Rel rel, String column) implements OrderKey {
        @Override
        public String text(String direction) {
            return "{%s_aggregate: {max: {%s: %s}}}".formatted(rel.name(), column, direction);
        }

        @Override
        public Object value(Reading reading, String table, Map<String, Object> row) {
            Stream<Object> cells =
                    reading.related(rel, row).stream()
                            .map(other -> reading.cell(rel.target(), other, column));
            return cells.filter(Objects::nonNull).max(Logic.ORDER).orElse(null);
        }
    }

    static OrderKey random(Pick pick, Reading reading, Table table) {
        Rel rel = table.rels().get(pick.one(table.rels().keySet()));
        if (pick.oneIn(2) || !reading.readable(rel.target())) {
            return new Own(pick.one(reading.fields(table.name())));
        }
        Table target = Garden.table(rel.target());
        if (!rel.array()) {
            return new OfRelated(rel, random(pick, reading, target));
        }
        if (!reading.aggregates(rel.target())) {
            return new Own(pick.one(reading.fields(table.name())));
        }
        String column = pick.one(reading.columns(rel.target()));
        return target.type(column) == Type.BOOL || pick.oneIn(2)
                ? new Count(rel)
                : new Max(rel, column);
    }
}
