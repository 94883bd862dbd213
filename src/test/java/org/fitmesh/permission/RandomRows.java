package org.fitmesh.permission;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.fitmesh.permission.Garden.Rel;
import org.fitmesh.permission.Garden.Table;
import org.fitmesh.permission.NewRows.NewRow;

/** Makes rows to insert of what a role may give. */
final class RandomRows {
    /** From here on rows travel as one value. */
    private static final int MANY = 32;

    private final Pick pick;
    private final Reading reading;

    /** No row of the garden has such a key. */
    private int freeKey = 90;

    RandomRows(Pick pick, Reading reading) {
        this.pick = pick;
        this.reading = reading;
    }

    /** Rows for the root field. */
    NewRows root(Table table) {
        if (pick.oneIn(25)) {
            return rows(table, MANY + pick.below(2), "", 0);
        }
        return rows(table, 1 + pick.below(3), "", pick.oneIn(3) ? 0 : 2);
    }

    /**
     * @param determined the column that a row inserted before gives; empty: none
     * @param depth how many relationships deep rows are inserted along
     */
    private NewRows rows(Table table, int count, String determined, int depth) {
        OnConflict onConflict = pick.oneIn(2) ? OnConflict.random(pick, reading, table) : null;
        // rows of the same columns are written in another way
        Set<String> left = pick.oneIn(2) || count >= MANY ? leftOut(table) : null;
        List<NewRow> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Set<String> missing = new HashSet<>(left == null ? leftOut(table) : left);
            missing.add(determined);
            Map<Rel, NewRows> related =
                    depth == 0
                            ? Map.of()
                            : related(table, determined, missing, onConflict == null, depth);
            rows.add(new NewRow(given(table, missing, onConflict != null), related));
        }
        return new NewRows(table, rows, onConflict);
    }

    private Set<String> leftOut(Table table) {
        Set<String> left = new HashSet<>();
        table.columns().keySet().stream()
                .sorted()
                .filter(column -> table.mayLack(column) && pick.oneIn(4))
                .forEach(left::add);
        return left;
    }

    /**
     * @param missing the columns that are not to be given; those that related rows give join them
     * @param mayBeEmpty whether a list may be empty: it counts as one where a row is left out
     */
    private Map<Rel, NewRows> related(
            Table table, String determined, Set<String> missing, boolean mayBeEmpty, int depth) {
        Map<Rel, NewRows> related = new LinkedHashMap<>();
        for (Rel rel : new TreeMap<>(table.tracked()).values()) {
            if (!pick.oneIn(3) || rel.own().equals(determined)) {
                continue;
            }
            Table target = Garden.table(rel.target());
            if (rel.array()) {
                int count = mayBeEmpty ? pick.below(3) : 1 + pick.below(2);
                related.put(rel, rows(target, count, rel.theirs(), depth - 1));
            } else {
                related.put(rel, rows(target, 1, "", depth - 1));
                missing.add(rel.own());
            }
        }
        return related;
    }

    private Map<String, Object> given(Table table, Set<String> missing, boolean mayConflict) {
        Map<String, Object> given = new HashMap<>();
        for (JsonNode column :
                reading.permission("insert_permissions", table.name()).get("columns")) {
            String name = column.asText();
            if (!missing.contains(name)) {
                given.put(name, name.equals("id") ? key(mayConflict) : value(table, name));
            }
        }
        return given;
    }

    private Object value(Table table, String column) {
        return table.mayLack(column) && pick.oneIn(6)
                ? null
                : pick.value(table.columns().get(column));
    }

    private Integer key(boolean mayConflict) {
        return mayConflict && pick.oneIn(2) || pick.oneIn(20) ? pick.below(10) : freeKey++;
    }
}
