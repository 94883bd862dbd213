package org.fitmesh.plan.table;

import java.util.Optional;
import org.fitmesh.catalog.Column;
import org.fitmesh.catalog.PgType;
import org.fitmesh.schema.filter.FunctionCall;
import org.fitmesh.schema.filter.Operand;
import org.fitmesh.schema.table.RelationshipModel;

/** One key of a row's JSON object. */
public sealed interface RowOutput {
    /** The key in the answer. */
    String key();

    /**
     * A column.
     *
     * @param path JSONPath into a json column
     */
    record ColumnValue(String key, Column column, Optional<Operand> path) implements RowOutput {}

    /**
     * What a function makes of the row.
     *
     * @param path JSONPath into a json value
     */
    record ComputedValue(String key, FunctionCall call, PgType type, Optional<Operand> path)
            implements RowOutput {}

    /** The rows that a function finds for the row: the query's source. */
    record ComputedRows(String key, TableQuery query) implements RowOutput {}

    /**
     * A column for the engine's own use, such as a join: never as a string for JavaScript's sake.
     */
    record PlainColumn(String key, Column column) implements RowOutput {}

    /** What a function makes of the row, for the engine's own use as {@link PlainColumn}. */
    record PlainComputed(String key, FunctionCall call) implements RowOutput {}

    /**
     * A column that another row is found by, whoever may read it.
     *
     * @param key a name that no response key can have
     */
    record JoinColumn(String key, String column) implements RowOutput {}

    /** A column as text, such as a part of a key that Java code is asked by. */
    record ColumnText(String key, Column column) implements RowOutput {}

    /** A place for a value that is put there later. */
    record Nothing(String key) implements RowOutput {}

    /** {@code __typename}. */
    record TypeName(String key, String type) implements RowOutput {}

    /** One related row, or null. */
    record RelatedRow(String key, RelationshipModel relationship, TableQuery query)
            implements RowOutput {}

    /** A list of related rows. */
    record RelatedRows(String key, RelationshipModel relationship, TableQuery query)
            implements RowOutput {}

    /** Aggregates of related rows. */
    record RelatedAggregate(String key, RelationshipModel relationship, AggregateQuery query)
            implements RowOutput {}
}
