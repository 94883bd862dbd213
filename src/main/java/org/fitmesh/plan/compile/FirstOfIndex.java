package org.fitmesh.plan.compile;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.fitmesh.catalog.Column;
import org.fitmesh.catalog.OrderedIndex;
import org.fitmesh.plan.table.RowSource;
import org.fitmesh.plan.table.TableQuery;
import org.fitmesh.schema.filter.Compared;
import org.fitmesh.schema.filter.Filter;
import org.fitmesh.schema.filter.Operand;
import org.fitmesh.schema.table.ComparisonOperator;
import org.fitmesh.sql.Expression;
import org.fitmesh.sql.Select;

/**
 * Asks for a maximum or minimum in a subselect of its own where an index has it at the end of the
 * rows that count. PostgreSQL sees that by itself only where nothing else is asked: beside a {@code
 * count} it compares the values of all rows.
 */
record FirstOfIndex(Compilation compilation, RowCompiler rows) {

    /**
     * The value; empty when no index has it at its end.
     *
     * @param counted the alias of the rows in the select that has the other aggregates
     */
    Optional<Expression> value(TableQuery query, String function, Column column, String counted) {
        if (!isAtAnEnd(query, function, column, counted)) {
            return Optional.empty();
        }
        String alias = compilation.alias();
        compilation.rowsOf(query.table().name(), alias);
        Expression call = new AggregateCall(compilation).plain(function, List.of(column), alias);
        Select first =
                rows.counted(query, alias, RowCompiler.Link.NONE)
                        .withOutputs(List.of(new Select.Output(call, "v")));
        return Optional.of(new Expression.Scalar(first));
    }

    private boolean isAtAnEnd(TableQuery query, String function, Column column, String counted) {
        boolean ofTable = query.source() instanceof RowSource.OfTable && query.takesAll();
        if (!ofTable || !AggregateCall.isExtreme(function, column.effectiveType())) {
            return false;
        }
        Map<String, Column> fixed = new HashMap<>();
        if (!fixes(query.filter(), fixed)) {
            return false;
        }
        return query.table().indexes().stream()
                        .anyMatch(index -> sorts(index, fixed.keySet(), column.name()))
                && Stream.concat(fixed.values().stream(), Stream.of(column))
                        .allMatch(c -> compilation.readableIn(counted, c).isEmpty());
    }

    /** Whether a filter is nothing but columns that have a value; adds them. */
    private static boolean fixes(Filter filter, Map<String, Column> columns) {
        if (filter instanceof Filter.All all) {
            return all.parts().stream().allMatch(part -> fixes(part, columns));
        }
        if (filter instanceof Filter.Rooted rooted) {
            return fixes(rooted.filter(), columns);
        }
        if (filter instanceof Filter.ByClient given) {
            return fixes(given.filter(), columns);
        }
        if (filter instanceof Filter.Compare compare
                && compare.left() instanceof Compared.OfColumn left
                && compare.operator() == ComparisonOperator.EQ
                && !(compare.operand() instanceof Operand.OtherColumn)) {
            columns.put(left.column().name(), left.column());
            return true;
        }
        return false;
    }

    /** Whether the index sorts rows that have the fixed columns alike by that column. */
    private static boolean sorts(OrderedIndex index, Set<String> fixed, String column) {
        int before = index.columns().indexOf(column);
        return before == fixed.size() && fixed.containsAll(index.columns().subList(0, before));
    }
}
