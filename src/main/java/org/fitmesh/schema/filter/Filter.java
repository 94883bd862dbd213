package org.fitmesh.schema.filter;

import java.util.List;
import java.util.Optional;
import org.fitmesh.catalog.Column;
import org.fitmesh.catalog.TableName;
import org.fitmesh.schema.table.ComparisonOperator;
import org.fitmesh.schema.table.RelationshipModel;

/** A boolean expression over the rows of one table. */
public sealed interface Filter {
    /** Every row passes. */
    Filter EVERYTHING = new All(List.of());

    /** No row passes. */
    Filter NOTHING = new Any(List.of());

    /** AND; true when empty. */
    record All(List<Filter> parts) implements Filter {}

    /** OR; false when empty. */
    record Any(List<Filter> parts) implements Filter {}

    record Not(Filter operand) implements Filter {}

    /**
     * The filter of a permission within an expression about another table: the row that it is about
     * (Hasura's {@code "$"}) is the row that it stands at.
     */
    record Rooted(Filter filter) implements Filter {}

    /**
     * A condition of the client: a column that the role may not read in a row is null in it. What a
     * permission says within it ({@link Rooted}) sees all values.
     */
    record ByClient(Filter filter) implements Filter {}

    /** A value of the row compared with another value. */
    record Compare(Compared left, ComparisonOperator operator, Operand operand) implements Filter {
        /** A column compared with a value. */
        public Compare(Column column, ComparisonOperator operator, Operand operand) {
            this(new Compared.OfColumn(column), operator, operand);
        }
    }

    /** A jsonb value compared as text ({@code _cast: {String: …}}). */
    record CompareAsText(Compared left, ComparisonOperator operator, Operand operand)
            implements Filter {}

    /** Some row of the table that a function gives passes. */
    record Computed(FunctionCall call, TableName table, Filter filter) implements Filter {}

    /**
     * Some related row passes.
     *
     * @param filter already joined with whatever else applies to the other table
     */
    record Related(RelationshipModel relationship, Filter filter) implements Filter {}

    /**
     * An aggregate of the related rows passes ({@code <relationship>_aggregate}).
     *
     * @param function {@code count}, {@code bool_and} or {@code bool_or}
     * @param columns what it is taken over; none: {@code count(*)}
     * @param distinct whether each value counts once, where that was asked
     * @param filter which related rows count
     * @param tests all must pass; each compares the aggregate with a value
     */
    record RelatedAggregate(
            RelationshipModel relationship,
            String function,
            List<Column> columns,
            Optional<Operand> distinct,
            Filter filter,
            List<Test> tests)
            implements Filter {}

    /** {@code operator operand}, the left side understood. */
    record Test(ComparisonOperator operator, Operand operand) {}

    /** Some row of any table passes ({@code _exists}). */
    record ExistsIn(TableName table, Filter filter) implements Filter {}

    /** A client's condition, without needless nesting. */
    static Filter byClient(Filter filter) {
        return filter.equals(EVERYTHING) ? filter : new ByClient(filter);
    }

    /** Both, without needless nesting. */
    static Filter both(Filter one, Filter other) {
        if (one.equals(EVERYTHING)) {
            return other;
        }
        return other.equals(EVERYTHING) ? one : new All(List.of(one, other));
    }
}
