package org.fitmesh.plan.compile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fitmesh.catalog.Column;
import org.fitmesh.catalog.Table;
import org.fitmesh.plan.table.InsertQuery;
import org.fitmesh.plan.table.InsertQuery.Upsert;
import org.fitmesh.sql.Assignment;
import org.fitmesh.sql.DataChange;
import org.fitmesh.sql.Expression;
import org.fitmesh.sql.Insert;
import org.fitmesh.sql.Select;
import org.fitmesh.sql.SqlType;

/** Writes {@code INSERT … ON CONFLICT …}. */
record InsertCompiler(InsertQuery query, Compilation compilation) implements ChangeCompiler {

    @Override
    public String rowsName() {
        return "inserted";
    }

    @Override
    public DataChange change(String target, List<Select.Output> returning) {
        InsertedRows rows = new InsertedRows(query, compilation);
        return insert(rows, rows.rows(), target, returning);
    }

    /** The insert of one row, which tells the database who writes by itself. */
    Insert guarded(String target, List<Select.Output> returning) {
        InsertedRows rows = new InsertedRows(query, compilation);
        Select row = Select.of(rows.only()).where(SessionGuard.condition(compilation));
        return insert(rows, new Insert.Rows.Selected(row), target, returning);
    }

    private Insert insert(
            InsertedRows rows, Insert.Rows values, String target, List<Select.Output> returning) {
        return new Insert(
                query.table().name().schema(),
                query.table().name().name(),
                target,
                rows.columns(),
                values,
                query.upsert().map(u -> onConflict(u, target)),
                returning);
    }

    /** An updated row has the transaction that locked it in {@code xmax}, a new one zero. */
    @Override
    public Expression check(String target) {
        FilterCompiler filters = new FilterCompiler(compilation, target);
        Expression ofNew = filters.condition(query.check(), target);
        if (query.upsert().isEmpty() || query.upsert().get().isIgnore()) {
            return ofNew;
        }
        Expression ofUpdated = filters.condition(query.upsert().get().check(), target);
        if (ofNew == Expression.TRUE && ofUpdated == Expression.TRUE) {
            return Expression.TRUE;
        }
        if (query.table().kind() != Table.Kind.TABLE) {
            // views and partitioned tables have no xmax to tell new rows by: each must meet both
            return Expression.and(List.of(ofNew, ofUpdated));
        }
        Expression isNew =
                new Expression.Infix(
                        new Expression.Cast(new Expression.Column(target, "xmax"), SqlType.TEXT),
                        "=",
                        new Expression.Constant("0"));
        return new Expression.Case(isNew, ofNew, ofUpdated);
    }

    private Insert.OnConflict onConflict(Upsert upsert, String target) {
        List<Assignment> assignments = new ArrayList<>();
        upsert.columns()
                .forEach(
                        column ->
                                assignments.add(
                                        new Assignment(
                                                column.name(),
                                                new Expression.Column("excluded", column.name()))));
        upsert.presets()
                .forEach(
                        (column, value) ->
                                assignments.add(
                                        new Assignment(
                                                column.name(),
                                                compilation.value(value, column.effectiveType()))));
        Expression where =
                new FilterCompiler(compilation, target).condition(upsert.filter(), target);
        Optional<Expression> condition =
                where == Expression.TRUE ? Optional.empty() : Optional.of(where);
        return new Insert.OnConflict(target(upsert.target()), assignments, condition);
    }

    private static Insert.ConflictTarget target(Upsert.Target target) {
        if (target instanceof Upsert.Target.Constraint constraint) {
            return new Insert.ConflictTarget.Constraint(constraint.name());
        }
        if (target instanceof Upsert.Target.Columns some) {
            return new Insert.ConflictTarget.Columns(
                    some.columns().stream().map(Column::name).toList());
        }
        return new Insert.ConflictTarget.Anything();
    }
}
