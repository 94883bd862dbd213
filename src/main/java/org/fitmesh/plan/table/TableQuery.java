package org.fitmesh.plan.table;

import java.util.List;
import java.util.Optional;
import org.fitmesh.catalog.Column;
import org.fitmesh.catalog.Table;
import org.fitmesh.schema.filter.Filter;
import org.fitmesh.schema.filter.Operand;

/**
 * Rows of one table.
 *
 * @param source where they come from
 * @param filter the permission's filter and the client's, both
 * @param limits the least of them counts: the permission's and the client's
 */
public record TableQuery(
        Table table,
        RowSource source,
        List<RowOutput> outputs,
        Filter filter,
        List<Ordering> orderBy,
        List<Column> distinctOn,
        List<Operand> limits,
        Optional<Operand> offset) {

    /**
     * Whether all rows that pass the filter are meant: no limit, no offset, none left out as alike.
     */
    public boolean takesAll() {
        return distinctOn.isEmpty() && limits.isEmpty() && offset.isEmpty();
    }

    /** The same rows with other outputs. */
    public TableQuery withOutputs(List<RowOutput> newOutputs) {
        return new TableQuery(
                table, source, newOutputs, filter, orderBy, distinctOn, limits, offset);
    }

    /** The same query of other rows. */
    public TableQuery from(RowSource newSource) {
        return new TableQuery(
                table, newSource, outputs, filter, orderBy, distinctOn, limits, offset);
    }
}
