package org.fitmesh.plan.compile;

import java.util.ArrayList;
import java.util.List;
import org.fitmesh.plan.Parameter;
import org.fitmesh.schema.filter.FunctionCall;
import org.fitmesh.sql.Expression;
import org.fitmesh.sql.SqlType;

/** Writes calls of the functions of the database. */
record CallCompiler(Compilation compilation) {

    /**
     * The call.
     *
     * @param row alias of the row that it is about, if it is about one
     */
    Expression.FunctionCall call(FunctionCall call, String row) {
        if (call.readsTables()) {
            compilation.readsAnyTable();
        }
        List<Expression> arguments = new ArrayList<>();
        for (FunctionCall.Argument argument : call.arguments()) {
            Expression value = value(argument.value(), row);
            arguments.add(
                    argument.name().isPresent()
                            ? new Expression.NamedArgument(argument.name().get(), value)
                            : value);
        }
        return new Expression.FunctionCall(
                call.function().schema(), call.function().name(), arguments);
    }

    /** The value of a call for a row, null where the role does not read it. */
    Expression seen(FunctionCall call, String row) {
        Expression value = call(call, row);
        return call.readableIn()
                .<Expression>map(
                        rows ->
                                new Expression.Case(
                                        new FilterCompiler(compilation, row).condition(rows, row),
                                        value,
                                        Expression.NULL))
                .orElse(value);
    }

    private Expression value(FunctionCall.Value value, String row) {
        if (value instanceof FunctionCall.Given given) {
            return compilation.value(given.operand(), given.type());
        }
        if (value instanceof FunctionCall.Session session) {
            return compilation.parameter(
                    new Parameter.SessionVariables(), Compilation.sqlType(session.type()));
        }
        return row((FunctionCall.Row) value, row);
    }

    /** Rows of subselects have no type of their own: the row is put together and given one. */
    private static Expression row(FunctionCall.Row row, String alias) {
        List<Expression> columns = new ArrayList<>();
        row.table()
                .columns()
                .keySet()
                .forEach(name -> columns.add(new Expression.Column(alias, name)));
        SqlType type = new SqlType(row.table().name().schema(), row.table().name().name(), false);
        return new Expression.Cast(new Expression.Row(columns), type);
    }
}
