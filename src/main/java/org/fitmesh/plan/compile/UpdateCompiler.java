package org.fitmesh.plan.compile;

import java.util.ArrayList;
import java.util.List;
import org.fitmesh.catalog.Column;
import org.fitmesh.catalog.PgType;
import org.fitmesh.plan.table.UpdateQuery;
import org.fitmesh.plan.table.UpdateQuery.Change;
import org.fitmesh.sql.Assignment;
import org.fitmesh.sql.DataChange;
import org.fitmesh.sql.Expression;
import org.fitmesh.sql.Select;
import org.fitmesh.sql.Update;

/** Writes {@code UPDATE … SET … WHERE …}. */
record UpdateCompiler(UpdateQuery query, Compilation compilation) implements ChangeCompiler {

    @Override
    public String rowsName() {
        return "updated";
    }

    @Override
    public Expression check(String target) {
        return new FilterCompiler(compilation, target).condition(query.check(), target);
    }

    @Override
    public DataChange change(String target, List<Select.Output> returning) {
        List<Assignment> assignments = new ArrayList<>();
        query.changes()
                .forEach(
                        (column, change) ->
                                assignments.add(
                                        new Assignment(
                                                column.name(), value(column, change, target))));
        return new Update(
                query.table().name().schema(),
                query.table().name().name(),
                target,
                assignments,
                new FilterCompiler(compilation, target).condition(query.filter(), target),
                returning);
    }

    private Expression value(Column column, Change change, String target) {
        Expression old = new Expression.Column(target, column.name());
        if (change instanceof Change.Reset) {
            return Expression.DEFAULT;
        }
        if (change instanceof Change.Multiplied multiplied) {
            return new Expression.Infix(
                    old, "*", compilation.value(multiplied.value(), column.effectiveType()));
        }
        return operated(column, (Change.Operated) change, old);
    }

    private Expression operated(Column column, Change.Operated change, Expression old) {
        Expression given = operand(column, change);
        return switch (change.operator()) {
            case SET -> given;
            case INC -> new Expression.Infix(old, "+", given);
            case APPEND -> new Expression.Infix(old, "||", given);
            case PREPEND -> new Expression.Infix(given, "||", old);
            case DELETE_KEY, DELETE_ELEM -> new Expression.Infix(old, "-", given);
            case DELETE_AT_PATH -> new Expression.Infix(old, "#-", given);
        };
    }

    private Expression operand(Column column, Change.Operated change) {
        return switch (change.operator().operand()) {
            case SAME -> compilation.value(change.value(), column.effectiveType());
            case TEXT -> compilation.value(change.value(), PgType.builtIn("text"));
            case INTEGER -> compilation.value(change.value(), PgType.builtIn("int4"));
            case TEXT_LIST -> compilation.list(change.value(), PgType.builtIn("text"));
        };
    }
}
