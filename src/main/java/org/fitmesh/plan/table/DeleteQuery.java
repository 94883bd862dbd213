package org.fitmesh.plan.table;

import org.fitmesh.catalog.Table;
import org.fitmesh.schema.filter.Filter;

/**
 * A delete and what is answered about it.
 *
 * @param filter which rows are deleted: the permission's and the client's, both
 */
public record DeleteQuery(Table table, Filter filter, WriteResponse response)
        implements WriteQuery {

    @Override
    public boolean changesNothing() {
        return false;
    }

    /** A foreign key of another table may pass it on ({@code ON DELETE CASCADE, SET NULL}). */
    @Override
    public boolean reachesOtherTables() {
        return true;
    }
}
