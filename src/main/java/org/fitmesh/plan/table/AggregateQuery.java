package org.fitmesh.plan.table;

import java.util.List;
import java.util.Optional;
import org.fitmesh.catalog.Column;
import org.fitmesh.catalog.PgType;
import org.fitmesh.schema.filter.FunctionCall;
import org.fitmesh.schema.filter.Operand;

/**
 * {@code <table>_aggregate}.
 *
 * @param rows which rows count: its limits are the client's, not the permission's (Hasura caps
 *     {@code nodes} alone by the permission)
 */
public record AggregateQuery(TableQuery rows, List<Part> parts) {

    /** The same of other rows. */
    public AggregateQuery from(RowSource source) {
        List<Part> moved =
                parts.stream()
                        .map(
                                part ->
                                        part instanceof Part.Nodes nodes
                                                ? new Part.Nodes(
                                                        nodes.key(), nodes.query().from(source))
                                                : part)
                        .toList();
        return new AggregateQuery(rows.from(source), moved);
    }

    /** One key of the aggregate object. */
    public sealed interface Part {
        String key();

        /** {@code __typename}. */
        record TypeName(String key, String type) implements Part {}

        /** {@code nodes}. */
        record Nodes(String key, TableQuery query) implements Part {}

        /** {@code aggregate}. */
        record Aggregates(String key, List<Item> items) implements Part {}
    }

    /** One key of {@code aggregate}. */
    public sealed interface Item {
        String key();

        /** {@code __typename}. */
        record TypeName(String key, String type) implements Item {}

        /**
         * {@code count}; over no columns all rows count.
         *
         * @param distinct whether each value counts once, where that was asked
         */
        record Count(String key, List<Column> columns, Optional<Operand> distinct)
                implements Item {}

        /** {@code max}, {@code sum}, … of some columns. */
        record OfColumns(String key, String function, List<ColumnItem> columns) implements Item {}
    }

    /** One key of {@code max} and the like. */
    public sealed interface ColumnItem {
        String key();

        /** {@code __typename}. */
        record TypeName(String key, String type) implements ColumnItem {}

        /** The aggregate of a column. */
        record OfColumn(String key, Column column) implements ColumnItem {}

        /** The aggregate of what a function makes of each row. */
        record OfComputed(String key, FunctionCall call, PgType type) implements ColumnItem {}
    }
}
