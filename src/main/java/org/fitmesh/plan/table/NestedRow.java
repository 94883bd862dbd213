package org.fitmesh.plan.table;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fitmesh.catalog.Column;
import org.fitmesh.error.ErrorPath;
import org.fitmesh.plan.table.InsertQuery.Upsert;
import org.fitmesh.schema.access.RoleTable;
import org.fitmesh.schema.filter.Operand;
import org.fitmesh.schema.table.RelationshipModel;

/**
 * A row to insert, with the rows of other tables that are inserted along with it.
 *
 * @param values by column, the permission's presets among them
 * @param path where PostgreSQL's errors about the row are reported
 */
record NestedRow(
        Map<Column, Operand> values,
        Optional<Upsert> upsert,
        List<Related> before,
        List<Related> after,
        ErrorPath path) {

    /**
     * The rows that are given for a relationship.
     *
     * @param path where the relationship stands in the request
     */
    record Related(
            RelationshipModel relationship,
            RoleTable target,
            List<NestedRow> rows,
            ErrorPath path) {}

    /** The same row with its errors reported at another place. */
    NestedRow at(ErrorPath newPath) {
        return new NestedRow(values, upsert, before, after, newPath);
    }

    /** Is it to be inserted alone? */
    boolean isAlone() {
        return before.isEmpty() && after.isEmpty();
    }
}
