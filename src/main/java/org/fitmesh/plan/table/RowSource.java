package org.fitmesh.plan.table;

import org.fitmesh.schema.filter.FunctionCall;

/** Where the rows of a query come from. */
public sealed interface RowSource {
    /** The table. */
    RowSource TABLE = new OfTable();

    /** All rows of the table. */
    record OfTable() implements RowSource {}

    /** What a function gives. */
    record OfFunction(FunctionCall call) implements RowSource {}

    /** What a query before it in the same statement has found. */
    record OfResult(String name) implements RowSource {}
}
