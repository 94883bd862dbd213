package org.fitmesh.permission;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fitmesh.permission.Garden.Rel;
import org.fitmesh.permission.Garden.Table;
import org.fitmesh.permission.NewRows.NewRow;

/**
 * Inserts rows in memory, as the manual says: what objects give their keys to a row before it, what
 * takes its key after it, and each statement sees what those before it wrote.
 */
final class Insertion {
    private Reading now;
    private int count;

    Insertion(Reading before) {
        now = before;
    }

    /**
     * A row that waits for its statement.
     *
     * @param determined what relationships set its columns to
     * @param required whether the row of an object relationship's owner needs it
     */
    private record Waiting(
            NewRow row, NewRows list, Map<String, Object> determined, boolean required) {
        static List<Waiting> of(NewRows list) {
            return list.rows().stream()
                    .map(row -> new Waiting(row, list, Map.of(), false))
                    .toList();
        }

        Waiting with(String column, Object value) {
            Map<String, Object> more = new HashMap<>(determined);
            more.put(column, value);
            return new Waiting(row, list, more, required);
        }

        boolean isRequired() {
            return required || row.hasArrays();
        }
    }

    /**
     * Inserts the rows of the root field.
     *
     * @return those that were written
     * @throws Refusal.Thrown why all is undone
     */
    List<Map<String, Object>> insert(NewRows rows) {
        return insert(rows.table(), Waiting.of(rows)).stream().flatMap(Optional::stream).toList();
    }

    /** What there is to read now. */
    Reading after(Table table, List<Map<String, Object>> answered) {
        return now.after(table.name(), now.all(table.name()), answered);
    }

    /** How many rows were written, in all tables. */
    int count() {
        return count;
    }

    private List<Optional<Map<String, Object>>> insert(Table table, List<Waiting> rows) {
        List<Waiting> complete = new ArrayList<>(rows);
        relationships(rows, false).forEach(rel -> insertBefore(rel, complete));
        List<Optional<Map<String, Object>>> written = new ArrayList<>();
        for (List<Waiting> statement : Statements.of(complete)) {
            written.addAll(run(table, statement));
        }
        relationships(rows, true).forEach(rel -> insertAfter(rel, rows, written));
        return written;
    }

    private static Set<Rel> relationships(List<Waiting> rows, boolean arrays) {
        Set<Rel> relationships = new LinkedHashSet<>();
        for (Waiting row : rows) {
            row.row().related().keySet().stream()
                    .filter(rel -> rel.array() == arrays)
                    .forEach(relationships::add);
        }
        return relationships;
    }

    private void insertBefore(Rel rel, List<Waiting> owners) {
        List<Integer> of = new ArrayList<>();
        List<Waiting> objects = new ArrayList<>();
        for (int i = 0; i < owners.size(); i++) {
            NewRows object = owners.get(i).row().related().get(rel);
            if (object != null) {
                of.add(i);
                objects.add(new Waiting(object.rows().get(0), object, Map.of(), true));
            }
        }
        List<Optional<Map<String, Object>>> written = insert(Garden.table(rel.target()), objects);
        for (int i = 0; i < written.size(); i++) {
            Object key = written.get(i).orElseThrow().get(rel.theirs());
            int owner = of.get(i);
            owners.set(owner, owners.get(owner).with(rel.own(), key));
        }
    }

    private void insertAfter(
            Rel rel, List<Waiting> owners, List<Optional<Map<String, Object>>> written) {
        List<Waiting> rows = new ArrayList<>();
        for (int i = 0; i < owners.size(); i++) {
            NewRows list = owners.get(i).row().related().get(rel);
            if (list != null) {
                Object key = written.get(i).orElseThrow().get(rel.own());
                Waiting.of(list).forEach(row -> rows.add(row.with(rel.theirs(), key)));
            }
        }
        if (!rows.isEmpty()) {
            insert(Garden.table(rel.target()), rows);
        }
    }

    /** Which rows are one statement, as KNOWN_DIFFERENCES.md says. */
    private static final class Statements {
        private Statements() {}

        static List<List<Waiting>> of(List<Waiting> rows) {
            List<List<Waiting>> statements = new ArrayList<>();
            Waiting last = null;
            for (Waiting row : rows) {
                if (last == null || !together(last, row)) {
                    statements.add(new ArrayList<>());
                }
                statements.get(statements.size() - 1).add(row);
                last = row;
            }
            return statements;
        }

        private static boolean together(Waiting one, Waiting next) {
            OnConflict first = one.list().onConflict();
            OnConflict second = next.list().onConflict();
            if (first == null || second == null) {
                return first == second;
            }
            if (first.isIgnore() && second.isIgnore()) {
                return one.row().hasArrays() == next.row().hasArrays();
            }
            return one.list() == next.list()
                    && one.list().rows().stream().allMatch(NewRow::isAlone);
        }
    }

    /** One statement: it sees what there was before it, and all of it is done or nothing. */
    private List<Optional<Map<String, Object>>> run(Table table, List<Waiting> statement) {
        List<Map<String, Object>> rows = new ArrayList<>(now.all(table.name()));
        Set<Object> keys = new HashSet<>();
        List<Optional<Map<String, Object>>> written = new ArrayList<>();
        boolean passed = true;
        for (Waiting waiting : statement) {
            Map<String, Object> row = row(table, waiting);
            Optional<Map<String, Object>> existing =
                    rows.stream().filter(r -> r.get("id").equals(row.get("id"))).findFirst();
            Optional<Map<String, Object>> result =
                    existing.isEmpty()
                            ? Optional.of(row)
                            : updated(row, existing.get(), waiting.list().onConflict(), keys);
            String kind = existing.isEmpty() ? "insert_permissions" : "update_permissions";
            if (result.isPresent()) {
                JsonNode check = now.permission(kind, table.name()).get("check");
                passed &= now.isTrue(check, table.name(), result.get());
                existing.ifPresent(rows::remove);
                rows.add(result.get());
                keys.add(row.get("id"));
            }
            written.add(result);
        }
        require(passed, Refusal.CHECK);
        now = now.after(table.name(), rows, List.of());
        count += (int) written.stream().filter(Optional::isPresent).count();
        require(
                written.stream().allMatch(Optional::isPresent)
                        || statement.stream().noneMatch(Waiting::isRequired),
                Refusal.NOT_WRITTEN);
        return written;
    }

    private Map<String, Object> row(Table table, Waiting waiting) {
        Map<String, Object> row = new HashMap<>();
        table.columns().keySet().forEach(column -> row.put(column, null));
        row.putAll(waiting.row().given());
        row.putAll(waiting.determined());
        row.putAll(now.presets(now.permission("insert_permissions", table.name()), table));
        return Garden.withComputed(table.name(), row);
    }

    /**
     * The row that is there, as it becomes; empty: it stays as it is.
     *
     * @param keys of the rows that the statement has written
     */
    private Optional<Map<String, Object>> updated(
            Map<String, Object> row,
            Map<String, Object> existing,
            OnConflict onConflict,
            Set<Object> keys) {
        require(onConflict != null, Refusal.KEY_EXISTS);
        if (onConflict.isIgnore()) {
            return Optional.empty();
        }
        require(!keys.contains(row.get("id")), Refusal.SECOND_TIME);
        if (!onConflict.reaches(now, existing)) {
            return Optional.empty();
        }
        Table table = onConflict.table();
        Map<String, Object> updated = new HashMap<>(existing);
        onConflict.updateColumns().forEach(column -> updated.put(column, row.get(column)));
        updated.putAll(now.presets(now.permission("update_permissions", table.name()), table));
        return Optional.of(Garden.withComputed(table.name(), updated));
    }

    private static void require(boolean condition, Refusal otherwise) {
        if (!condition) {
            throw new Refusal.Thrown(otherwise);
        }
    }
}
