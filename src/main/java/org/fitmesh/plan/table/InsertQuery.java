package org.fitmesh.plan.table;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fitmesh.catalog.Column;
import org.fitmesh.catalog.Table;
import org.fitmesh.schema.filter.Filter;
import org.fitmesh.schema.filter.Operand;

/**
 * An insert and what is answered about it.
 *
 * @param rows for each row, column to value; a column that is missing takes its default
 * @param check what each new row must meet
 * @param response the keys of the answer; for a single row its outputs in {@code Returning}
 * @param single whether the answer is the one row, not the response object
 */
public record InsertQuery(
        Table table,
        List<Map<Column, Operand>> rows,
        Optional<Upsert> upsert,
        Filter check,
        List<Response> response,
        boolean single) {

    /**
     * {@code on_conflict}.
     *
     * @param columns what the update sets to the new row's values; with no presets either: the
     *     conflicting row is left as it is
     * @param filter which existing rows may be updated: the permission's and the client's, both
     * @param check what each updated row must meet
     */
    public record Upsert(
            String constraint,
            List<Column> columns,
            Map<Column, Operand> presets,
            Filter filter,
            Filter check) {

        /** Is a conflicting row left as it is? */
        public boolean isIgnore() {
            return columns.isEmpty() && presets.isEmpty();
        }
    }

    /** One key of the response. */
    public sealed interface Response {
        String key();

        record TypeName(String key, String type) implements Response {}

        record AffectedRows(String key) implements Response {}

        record Returning(String key, List<RowOutput> outputs) implements Response {}
    }
}
