package org.fitmesh.plan.table;

import java.util.Map;
import org.fitmesh.catalog.Column;
import org.fitmesh.catalog.Table;
import org.fitmesh.schema.filter.Filter;
import org.fitmesh.schema.filter.Operand;
import org.fitmesh.schema.table.UpdateOperator;

/**
 * An update and what is answered about it.
 *
 * @param changes by column, the permission's presets among them
 * @param filter which rows are changed: the permission's and the client's, both
 * @param check what each changed row must meet
 */
public record UpdateQuery(
        Table table,
        Map<Column, Change> changes,
        Filter filter,
        Filter check,
        WriteResponse response)
        implements WriteQuery {

    /** What is done to a column. */
    public sealed interface Change {
        /** One of the operators that GraphQL has. */
        record Operated(UpdateOperator operator, Operand value) implements Change {}

        /** It is multiplied. */
        record Multiplied(Operand value) implements Change {}

        /** It takes its default. */
        record Reset() implements Change {}
    }

    @Override
    public boolean changesNothing() {
        return changes.isEmpty();
    }

    @Override
    public boolean reachesOtherTables() {
        return WriteQuery.reachesOtherTables(table, changes.keySet());
    }
}
