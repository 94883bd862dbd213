package org.fitmesh.plan.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fitmesh.catalog.Column;
import org.fitmesh.plan.table.InsertQuery.Upsert;
import org.fitmesh.schema.access.RoleTable;
import org.fitmesh.schema.filter.Operand;
import org.fitmesh.schema.table.RelationshipModel;

/**
 * Puts the rows of a nested insert into statements: what objects give their columns to a row comes
 * before it, what takes its columns comes after it. All rows that stand at the same place of the
 * request's structure are one statement where Hasura has one each, unless they may update the same
 * row twice.
 */
final class InsertSteps {
    private final WriteResponse response;
    private final List<StepRows> steps = new ArrayList<>();

    InsertSteps(WriteResponse response) {
        this.response = response;
    }

    InsertPlan plan(RoleTable table, List<NestedRow> rows, Optional<Upsert> upsert) {
        List<Pending> pending = rows.stream().map(row -> new Pending(row, rows, Map.of())).toList();
        if (rows.stream().allMatch(InsertSteps::hasNoRows)) {
            return new InsertPlan.Flat(query(table, pending, upsert));
        }
        insert(table, pending, true);
        return new InsertPlan.Nested(
                steps.stream().map(StepRows::step).toList(), table.model().table(), response);
    }

    private static boolean hasNoRows(NestedRow row) {
        return row.before().isEmpty() && row.after().stream().allMatch(r -> r.rows().isEmpty());
    }

    /**
     * A row that waits for its statement.
     *
     * @param siblings the rows of its list, which Hasura inserts together when they are alone
     * @param determined what relationships set its columns to
     */
    private record Pending(
            NestedRow row, List<NestedRow> siblings, Map<Column, InsertValue> determined) {}

    /** A row of a step that is already there. */
    private record Place(StepRows step, int row) {
        InsertValue value(Column column) {
            return new InsertValue.OfRow(new WrittenKey(step.number(), row, step.key(column)));
        }
    }

    /** A relationship's rows, each with the position of its owner. */
    private record Group(RelationshipModel relationship, RoleTable target, List<Member> members) {}

    private record Member(int owner, NestedRow.Related related) {}

    private List<Place> insert(RoleTable table, List<Pending> rows, boolean root) {
        List<Map<Column, InsertValue>> determined = new ArrayList<>();
        rows.forEach(row -> determined.add(new LinkedHashMap<>(row.determined())));
        groups(rows, true).forEach(group -> insertBefore(table, group, determined));
        List<Pending> complete = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            Pending row = rows.get(i);
            complete.add(new Pending(row.row(), row.siblings(), determined.get(i)));
        }
        List<Place> places = new ArrayList<>();
        for (List<Pending> run : runs(table, complete)) {
            StepRows step = step(table, run, root);
            for (int i = 0; i < run.size(); i++) {
                places.add(new Place(step, i));
            }
        }
        groups(rows, false).forEach(group -> insertAfter(table, group, places));
        return places;
    }

    private static List<Group> groups(List<Pending> rows, boolean before) {
        Map<String, Group> groups = new LinkedHashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            NestedRow row = rows.get(i).row();
            for (NestedRow.Related related : before ? row.before() : row.after()) {
                groups.computeIfAbsent(
                                related.relationship().name(),
                                name ->
                                        new Group(
                                                related.relationship(),
                                                related.target(),
                                                new ArrayList<>()))
                        .members()
                        .add(new Member(i, related));
            }
        }
        return List.copyOf(groups.values());
    }

    private void insertBefore(
            RoleTable table, Group group, List<Map<Column, InsertValue>> determined) {
        List<Pending> rows = new ArrayList<>();
        for (Member member : group.members()) {
            List<NestedRow> one = member.related().rows();
            rows.add(new Pending(one.get(0), one, Map.of()));
        }
        List<Place> places = insert(group.target(), rows, false);
        for (int i = 0; i < places.size(); i++) {
            Place place = places.get(i);
            Member member = group.members().get(i);
            place.step().requiredBy(member.related());
            pairs(table, group, false)
                    .forEach(
                            (own, theirs) ->
                                    determined.get(member.owner()).put(own, place.value(theirs)));
        }
    }

    private void insertAfter(RoleTable table, Group group, List<Place> places) {
        List<Pending> rows = new ArrayList<>();
        for (Member member : group.members()) {
            Place owner = places.get(member.owner());
            owner.step().requiredByArrays(owner.row());
            Map<Column, InsertValue> determined = new LinkedHashMap<>();
            pairs(table, group, true)
                    .forEach((theirs, own) -> determined.put(theirs, owner.value(own)));
            List<NestedRow> siblings = member.related().rows();
            siblings.forEach(row -> rows.add(new Pending(row, siblings, determined)));
        }
        if (!rows.isEmpty()) {
            insert(group.target(), rows, false);
        }
    }

    /** The columns that tie the tables: own to theirs, or the other way round. */
    private static Map<Column, Column> pairs(RoleTable table, Group group, boolean byTheirs) {
        Map<Column, Column> pairs = new LinkedHashMap<>();
        group.relationship()
                .columns()
                .forEach(
                        (ownName, theirName) -> {
                            Column own = table.model().table().columns().get(ownName);
                            Column theirs = group.target().model().table().columns().get(theirName);
                            pairs.put(byTheirs ? theirs : own, byTheirs ? own : theirs);
                        });
        return pairs;
    }

    /** Neighbours that can be one statement. */
    private static List<List<Pending>> runs(RoleTable table, List<Pending> rows) {
        List<List<Pending>> runs = new ArrayList<>();
        for (Pending row : rows) {
            List<Pending> last = runs.isEmpty() ? List.of() : runs.get(runs.size() - 1);
            if (last.isEmpty() || !fits(table, last.get(last.size() - 1), row)) {
                last = new ArrayList<>();
                runs.add(last);
            }
            last.add(row);
        }
        return runs;
    }

    private static boolean fits(RoleTable table, Pending one, Pending next) {
        Optional<Upsert> upsert = one.row().upsert();
        if (!upsert.equals(next.row().upsert())) {
            return false;
        }
        if (upsert.isEmpty() && !table.model().table().hasTriggers()) {
            return true;
        }
        if (upsert.isPresent() && !upsert.get().isIgnore()) {
            // PostgreSQL refuses to update a row twice in one statement
            return one.siblings() == next.siblings()
                    && one.siblings().stream().allMatch(NestedRow::isAlone);
        }
        // which of several rows was left out cannot be told: all of them may be missing, or none
        return one.row().after().isEmpty() == next.row().after().isEmpty();
    }

    private StepRows step(RoleTable table, List<Pending> rows, boolean root) {
        InsertQuery query = query(table, rows, rows.get(0).row().upsert());
        List<NestedRow> nested = rows.stream().map(Pending::row).toList();
        StepRows step = new StepRows(steps.size(), query, nested, root);
        steps.add(step);
        return step;
    }

    private InsertQuery query(RoleTable table, List<Pending> rows, Optional<Upsert> upsert) {
        List<Map<Column, InsertValue>> values = new ArrayList<>();
        for (Pending row : rows) {
            Map<Column, InsertValue> all = new LinkedHashMap<>();
            for (Map.Entry<Column, Operand> given : row.row().values().entrySet()) {
                all.put(given.getKey(), new InsertValue.Given(given.getValue()));
            }
            // a preset is the permission's: it stands whatever row is inserted along
            row.determined().forEach(all::putIfAbsent);
            values.add(all);
        }
        return new InsertQuery(
                table.model().table(),
                values,
                upsert,
                table.insert().orElseThrow().check(),
                response);
    }
}
