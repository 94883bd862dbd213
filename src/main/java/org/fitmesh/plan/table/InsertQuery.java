package org.fitmesh.plan.table;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fitmesh.catalog.Column;
import org.fitmesh.catalog.Table;
import org.fitmesh.schema.filter.Filter;
import org.fitmesh.schema.filter.Operand;

/**
 * An insert and what is answered about it.
 *
 * @param rows for each row, column to value; a column that is missing takes its default
 * @param check what each new row must meet
 */
public record InsertQuery(
        Table table,
        List<Map<Column, InsertValue>> rows,
        Optional<Upsert> upsert,
        Filter check,
        WriteResponse response)
        implements WriteQuery {

    @Override
    public boolean changesNothing() {
        return rows.isEmpty();
    }

    @Override
    public boolean reachesOtherTables() {
        return WriteQuery.reachesOtherTables(
                table, upsert.map(Upsert::changedColumns).orElse(Set.of()));
    }

    /**
     * {@code on_conflict}.
     *
     * @param target what a new row may be in conflict with
     * @param columns what the update sets to the new row's values; with no presets either: the
     *     conflicting row is left as it is
     * @param filter which existing rows may be updated: the permission's and the client's, both
     * @param check what each updated row must meet
     */
    public record Upsert(
            Target target,
            List<Column> columns,
            Map<Column, Operand> presets,
            Filter filter,
            Filter check) {

        /** What a new row may be in conflict with. */
        public sealed interface Target {
            /** A row that has the same values of a constraint. */
            record Constraint(String name) implements Target {}

            /** A row that has the same values of these columns. */
            record Columns(List<Column> columns) implements Target {}

            /** Any row; it is left as it is. */
            record Anything() implements Target {}
        }

        Set<Column> changedColumns() {
            Set<Column> changed = new HashSet<>(columns);
            changed.addAll(presets.keySet());
            return changed;
        }

        /** Is a conflicting row left as it is? */
        public boolean isIgnore() {
            return columns.isEmpty() && presets.isEmpty();
        }
    }
}
