package org.fitmesh.permission;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.fitmesh.permission.Garden.Rel;
import org.fitmesh.permission.Garden.Table;

/**
 * What is selected of a table's rows: as text, and whether an object is what it should be of a row.
 */
record Selection(List<Item> items) {

    /** One field, under the alias {@code f0}, {@code f1}, … */
    sealed interface Item {}

    record Cell(String column) implements Item {}

    record One(Rel rel, Selection selection) implements Item {}

    record Many(Rel rel, Rows rows) implements Item {}

    record Totals(Rel rel, Aggregates aggregates) implements Item {}

    static Selection random(Pick pick, Reading reading, Table table, int depth) {
        List<Item> items = new ArrayList<>();
        pick.some(reading.fields(table.name())).forEach(c -> items.add(new Cell(c)));
        if (depth == 0) {
            return new Selection(items);
        }
        for (String name : pick.some(table.rels().keySet())) {
            Rel rel = table.rels().get(name);
            Table target = Garden.table(rel.target());
            if (!reading.readable(rel.target()) || pick.oneIn(3)) {
                continue;
            }
            if (!rel.array()) {
                items.add(new One(rel, random(pick, reading, target, depth - 1)));
            } else if (!rel.computed() && reading.aggregates(rel.target()) && pick.oneIn(2)) {
                items.add(new Totals(rel, Aggregates.random(pick, reading, target, depth - 1)));
            } else {
                items.add(new Many(rel, Rows.random(pick, reading, target, depth - 1)));
            }
        }
        return new Selection(items);
    }

    String text(Variables variables) {
        List<String> fields = new ArrayList<>();
        for (Item item : items) {
            fields.add("f" + fields.size() + ": " + text(item, variables));
        }
        return fields.stream().collect(Collectors.joining(" ", "{ ", " }"));
    }

    private static String text(Item item, Variables variables) {
        if (item instanceof Cell cell) {
            return cell.column();
        }
        if (item instanceof One one) {
            return one.rel().name() + " " + one.selection().text(variables);
        }
        if (item instanceof Many many) {
            return many.rel().name() + many.rows().text(variables);
        }
        Totals totals = (Totals) item;
        return totals.rel().name() + "_aggregate" + totals.aggregates().text(variables);
    }

    /** Is it what the role may see of that row, and all of it? */
    boolean matches(Reading reading, String table, Map<String, Object> row, JsonNode object) {
        if (object.size() != items.size()) {
            return false;
        }
        for (int i = 0; i < items.size(); i++) {
            if (!matches(items.get(i), reading, table, row, object.path("f" + i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean matches(
            Item item, Reading reading, String table, Map<String, Object> row, JsonNode value) {
        if (item instanceof Cell cell) {
            return Rows.equal(reading.cell(table, row, cell.column()), value);
        }
        if (item instanceof One one) {
            List<Map<String, Object>> related = reading.related(one.rel(), row);
            return related.isEmpty()
                    ? value.isNull()
                    : one.selection().matches(reading, one.rel().target(), related.get(0), value);
        }
        if (item instanceof Many many) {
            return many.rows()
                    .matches(reading, many.rel().target(), reading.related(many.rel(), row), value);
        }
        Totals totals = (Totals) item;
        String target = totals.rel().target();
        return totals.aggregates()
                .matches(reading, target, reading.related(totals.rel(), row), value);
    }
}
