package org.fitmesh.plan.table;

import java.util.List;
import org.fitmesh.catalog.Table;

/** What an insert does. */
public sealed interface InsertPlan {

    /** Rows of one table. */
    record Flat(InsertQuery query) implements InsertPlan {}

    /**
     * Rows of several tables.
     *
     * @param steps in the order in which they run
     * @param table the root field's, whose rows are answered
     */
    record Nested(List<InsertStep> steps, Table table, WriteResponse response)
            implements InsertPlan {}
}
