package org.fitmesh.plan.table;

import java.util.Optional;
import org.fitmesh.catalog.Column;
import org.fitmesh.catalog.TableName;
import org.fitmesh.schema.filter.Filter;
import org.fitmesh.schema.filter.FunctionCall;
import org.fitmesh.schema.table.RelationshipModel;

/** One key of the order of rows. */
public record Ordering(Target target, boolean descending, boolean nullsFirst) {

    /** What is compared. */
    public sealed interface Target {
        /** A column of the row. */
        record OwnColumn(Column column) implements Target {}

        /** What a function makes of the row. */
        record Computed(FunctionCall call) implements Target {}

        /**
         * An aggregate of the rows that a function finds for the row.
         *
         * @param filter what the role may see of their table
         * @param column absent for {@code count}
         */
        record OfComputed(
                FunctionCall call,
                TableName table,
                Filter filter,
                String function,
                Optional<Column> column)
                implements Target {}

        /**
         * Something of the related row.
         *
         * @param filter what the role may see of the other table
         */
        record OfRelated(RelationshipModel relationship, Filter filter, Target inner)
                implements Target {}

        /**
         * An aggregate of the related rows.
         *
         * @param column absent for {@code count}
         */
        record OfAggregate(
                RelationshipModel relationship,
                Filter filter,
                String function,
                Optional<Column> column)
                implements Target {}
    }
}
