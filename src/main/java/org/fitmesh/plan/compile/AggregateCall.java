package org.fitmesh.plan.compile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fitmesh.catalog.Column;
import org.fitmesh.catalog.PgType;
import org.fitmesh.graphql.operation.ValueSource;
import org.fitmesh.plan.Encoding;
import org.fitmesh.schema.filter.Operand;
import org.fitmesh.sql.Expression;
import org.fitmesh.sql.SqlType;

/** Writes {@code count(*)}, {@code count(DISTINCT (a, b))}, {@code max(a)}, … */
record AggregateCall(Compilation compilation) {
    private static final Set<String> OF_MONEY = Set.of("count", "sum", "max", "min");

    /**
     * The call, over the rows of that alias.
     *
     * @param distinct whether each value counts once. A variable is asked when the statement runs:
     *     the text must not depend on a value.
     */
    Expression of(String function, List<Column> columns, Optional<Operand> distinct, String alias) {
        Expression plain = plain(function, columns, alias);
        if (columns.isEmpty() || distinct.isEmpty() || isConstant(distinct.get(), false)) {
            return plain;
        }
        Expression distinctCall = new Expression.DistinctCall(function, arguments(columns, alias));
        if (isConstant(distinct.get(), true)) {
            return distinctCall;
        }
        Expression asked = compilation.parameter(distinct.get(), Encoding.TEXT, SqlType.BOOLEAN);
        return new Expression.Case(asked, distinctCall, plain);
    }

    /** The call over all values. */
    Expression plain(String function, List<Column> columns, String alias) {
        if (columns.isEmpty()) {
            return new Expression.Call(function, Expression.STAR);
        }
        List<Expression> arguments = arguments(columns, alias);
        if (arguments.size() == 1) {
            return new Expression.Call(function, argument(function, columns.get(0), alias));
        }
        return new Expression.Call(function, new Expression.Call("", arguments));
    }

    /**
     * PostgreSQL has no {@code max(uuid)} before version 18; its text sorts as it does. Of money it
     * has no average and no variance.
     */
    private Expression argument(String function, Column column, String alias) {
        Expression value = Compilation.comparable(compilation.cell(alias, column), column);
        return argument(function, value, column.effectiveType());
    }

    private static Expression argument(String function, Expression value, PgType type) {
        if (isExtreme(function) && isUuid(type)) {
            return new Expression.Cast(value, SqlType.TEXT);
        }
        return type.name().equals("money") && !OF_MONEY.contains(function)
                ? new Expression.Cast(value, SqlType.builtIn("numeric"))
                : value;
    }

    /** Whether the call gives the first or the last of the values in PostgreSQL's own order. */
    static boolean isExtreme(String function, PgType type) {
        return isExtreme(function) && !isUuid(type);
    }

    private static boolean isExtreme(String function) {
        return function.equals("max") || function.equals("min");
    }

    private static boolean isUuid(PgType type) {
        return type.name().equals("uuid");
    }

    /** The call over the values of an expression. */
    static Expression of(String function, Expression value, PgType type) {
        return new Expression.Call(function, argument(function, value, type));
    }

    private List<Expression> arguments(List<Column> columns, String alias) {
        List<Expression> arguments = new ArrayList<>();
        columns.forEach(c -> arguments.add(compilation.cell(alias, c)));
        return arguments;
    }

    private static boolean isConstant(Operand operand, boolean value) {
        return operand instanceof Operand.Given given
                && given.source() instanceof ValueSource.Constant constant
                && constant.value().isBoolean()
                && constant.value().booleanValue() == value;
    }
}
