package org.fitmesh.plan.table;

import org.fitmesh.schema.filter.Operand;

/** What a column of a new row is set to. */
public sealed interface InsertValue {

    /** What the client or the permission gives. */
    record Given(Operand operand) implements InsertValue {}

    /** What ties the row to one that was written before. */
    record OfRow(WrittenKey key) implements InsertValue {}
}
