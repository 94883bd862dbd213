package org.fitmesh.plan.compile;

import java.util.ArrayList;
import java.util.List;
import org.fitmesh.catalog.Column;
import org.fitmesh.plan.table.InsertStep;
import org.fitmesh.sql.Expression;
import org.fitmesh.sql.Select;
import org.fitmesh.sql.SqlType;

/**
 * Writes what a statement of a nested insert tells: in one row how many rows it has written, the
 * values that others need of each, and the rows themselves where the answer tells of them. A value
 * travels as PostgreSQL's text, so that any type comes back as it was.
 */
record InsertStepAnswer(Compilation compilation, InsertStep step) {

    Select select(AnswerCompiler.Source written) {
        List<Select.Output> told = new ArrayList<>();
        told.add(new Select.Output(count(written), "count"));
        told.add(new Select.Output(keys(written), "keys"));
        told.add(new Select.Output(rows(written), "rows"));
        return Select.of(told);
    }

    private Expression count(AnswerCompiler.Source written) {
        Expression count = new Expression.Call("count", Expression.STAR);
        return new Expression.Scalar(
                Select.of(new Select.Output(count, "value")).from(written.as(compilation.alias())));
    }

    private Expression keys(AnswerCompiler.Source written) {
        if (step.keys().isEmpty()) {
            return Expression.NULL;
        }
        String alias = compilation.alias();
        List<Expression> texts = new ArrayList<>();
        for (Column key : step.keys()) {
            texts.add(new Expression.Cast(new Expression.Column(alias, key.name()), SqlType.TEXT));
        }
        Expression list =
                new Expression.Call("json_agg", new Expression.Call("json_build_array", texts));
        return new Expression.Scalar(
                Select.of(new Select.Output(list, "value")).from(written.as(alias)));
    }

    private Expression rows(AnswerCompiler.Source written) {
        if (!step.answered()) {
            return Expression.NULL;
        }
        String alias = compilation.alias();
        Select rows =
                Select.of(WrittenRow.columns(step.query().table(), alias)).from(written.as(alias));
        return new Expression.Scalar(JsonObject.listOf(rows, compilation));
    }
}
