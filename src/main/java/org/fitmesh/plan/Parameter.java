package org.fitmesh.plan;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fitmesh.catalog.PgType;
import org.fitmesh.plan.table.WrittenKey;
import org.fitmesh.schema.filter.Operand;

/** A parameter of a statement: where the value comes from. */
public sealed interface Parameter {

    /**
     * A value of the request or of the session.
     *
     * @param encoding how it is written for PostgreSQL
     * @param expected what it is held to before that; empty: nothing
     */
    record Value(Operand operand, Encoding encoding, Optional<ExpectedValue> expected)
            implements Parameter {

        /** A value that needs no look at it. */
        public Value(Operand operand, Encoding encoding) {
            this(operand, encoding, Optional.empty());
        }
    }

    /**
     * The rows of an insert, as one JSON list of objects.
     *
     * @param objects for each row, column to value
     * @param columns the type of each column
     * @param ofRows for each object what rows that were written before add to it; empty: nothing
     */
    record Rows(
            List<Map<String, Operand.Given>> objects,
            Map<String, PgType> columns,
            List<Map<String, WrittenKey>> ofRows)
            implements Parameter {}

    /** A value of a row that was written before, as PostgreSQL wrote it as text. */
    record OfRow(WrittenKey key) implements Parameter {}

    /** How many rows a nested insert has written, in all its tables. */
    record AffectedRows() implements Parameter {}

    /** All session variables of the request, as one JSON object. */
    record SessionVariables() implements Parameter {}

    /** The keys of the rows that are asked for, as a JSON list of objects. */
    record RowKeys() implements Parameter {}

    /** The rows that the statement before has written, as JSON. */
    record WrittenRows() implements Parameter {}
}
