package org.fitmesh.sql;

import java.util.List;
import java.util.Optional;

/**
 * A select.
 *
 * @param joins subselects joined with {@code LEFT JOIN LATERAL … ON TRUE}
 * @param where absent: every row
 */
public record Select(
        List<Expression> distinctOn,
        List<Output> outputs,
        Optional<FromItem> from,
        List<LateralJoin> joins,
        Optional<Expression> where,
        List<OrderKey> orderBy,
        Optional<Expression> limit,
        Optional<Expression> offset) {

    /** An output column. */
    public record Output(Expression expression, String alias) {
        void writeTo(SqlText out) {
            expression.writeTo(out);
            out.add(" AS ").identifier(alias);
        }
    }

    /** {@code LEFT JOIN LATERAL (select) AS alias ON TRUE}. */
    public record LateralJoin(Select select, String alias) {
        void writeTo(SqlText out) {
            out.add(" LEFT JOIN LATERAL (");
            select.writeTo(out);
            out.add(") AS ").identifier(alias).add(" ON TRUE");
        }
    }

    /** A select of outputs alone; the {@code with…} methods add the clauses. */
    public static Select of(Output... outputs) {
        return of(List.of(outputs));
    }

    /** A select of outputs alone, at least one. */
    public static Select of(List<Output> outputs) {
        return new Select(
                List.of(),
                outputs,
                Optional.empty(),
                List.of(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty());
    }

    /** The same rows with other outputs. */
    public Select withOutputs(List<Output> newOutputs) {
        return new Select(distinctOn, newOutputs, from, joins, where, orderBy, limit, offset);
    }

    /** The same select reading from an item, in place of the one before. */
    public Select from(FromItem item) {
        return new Select(
                distinctOn, outputs, Optional.of(item), joins, where, orderBy, limit, offset);
    }

    /** The same select with these lateral joins, in place of those before. */
    public Select joining(List<LateralJoin> laterals) {
        return new Select(distinctOn, outputs, from, laterals, where, orderBy, limit, offset);
    }

    /** With a condition; {@code TRUE} is left away. */
    public Select where(Expression condition) {
        Optional<Expression> kept =
                condition == Expression.TRUE ? Optional.empty() : Optional.of(condition);
        return new Select(distinctOn, outputs, from, joins, kept, orderBy, limit, offset);
    }

    /** The same select in this order; no keys: in any order. */
    public Select orderedBy(List<OrderKey> keys) {
        return new Select(distinctOn, outputs, from, joins, where, keys, limit, offset);
    }

    /**
     * One row for each value of the keys, which {@code ORDER BY} must begin with; none: every row.
     */
    public Select distinctOn(List<Expression> keys) {
        return new Select(keys, outputs, from, joins, where, orderBy, limit, offset);
    }

    /** The same select with other {@code LIMIT} and {@code OFFSET}; absent: none. */
    public Select limited(Optional<Expression> newLimit, Optional<Expression> newOffset) {
        return new Select(distinctOn, outputs, from, joins, where, orderBy, newLimit, newOffset);
    }

    void writeTo(SqlText out) {
        out.add("SELECT ");
        if (!distinctOn.isEmpty()) {
            out.add("DISTINCT ON (").list(distinctOn, ", ", e -> e.writeTo(out)).add(") ");
        }
        out.list(outputs, ", ", o -> o.writeTo(out));
        from.ifPresent(
                f -> {
                    out.add(" FROM ");
                    f.writeTo(out);
                });
        joins.forEach(j -> j.writeTo(out));
        clause(out, " WHERE ", where);
        if (!orderBy.isEmpty()) {
            out.add(" ORDER BY ").list(orderBy, ", ", k -> k.writeTo(out));
        }
        clause(out, " LIMIT ", limit);
        clause(out, " OFFSET ", offset);
    }

    private static void clause(SqlText out, String word, Optional<Expression> expression) {
        expression.ifPresent(
                e -> {
                    out.add(word);
                    e.writeTo(out);
                });
    }

    /** {@code WITH name AS (rows) this}. */
    public SqlStatement statementWith(String name, Select rows) {
        SqlText out = new SqlText();
        out.add("WITH ").identifier(name).add(" AS (");
        rows.writeTo(out);
        out.add(") ");
        writeTo(out);
        return out.finish();
    }

    /** The statement that is this select alone. */
    public SqlStatement statement() {
        SqlText out = new SqlText();
        writeTo(out);
        return out.finish();
    }
}
