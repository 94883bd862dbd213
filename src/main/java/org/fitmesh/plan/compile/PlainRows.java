package org.fitmesh.plan.compile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.fitmesh.plan.table.RowOutput;
import org.fitmesh.plan.table.TableQuery;
import org.fitmesh.sql.Expression;
import org.fitmesh.sql.FromItem;
import org.fitmesh.sql.Select;
import org.fitmesh.sql.SqlType;

/**
 * Writes plain rows: PostgreSQL gives their values as text, and the JSON is made of it by whoever
 * runs the statement, which takes less than PostgreSQL's functions do. A related row's values stand
 * among those of its row; lists and aggregates are one value each, whose JSON PostgreSQL writes.
 *
 * <p>Every value is cast, so that the driver never asks for a binary form and a value is text even
 * when its column has changed its type since the catalog was read. Casts stand outside the rows, so
 * that an order with a limit casts only what it lets through, and joins only that.
 */
final class PlainRows {
    /** Whether there is a related row: a name that no response key can have. */
    private static final String PRESENT = "is there";

    private static final Optional<Expression> ONE = Optional.of(new Expression.Whole(1));

    private final Compilation compilation;
    private final RowCompiler rows;
    private final List<Select.Output> values = new ArrayList<>();
    private final List<Select.LateralJoin> joins = new ArrayList<>();

    PlainRows(Compilation compilation) {
        this.compilation = compilation;
        this.rows = new RowCompiler(compilation);
    }

    /**
     * The statement.
     *
     * @param query whose rows {@link PlainColumns#fit}
     * @param list whether a list is answered, else one row
     */
    CompiledStatement statement(TableQuery query, boolean list) {
        PlainColumns columns = PlainColumns.of(query);
        Select select = rows.rows(columns.query(), RowCompiler.Link.NONE);
        String alias = compilation.alias();
        Result.Row row = row(query.outputs(), columns, alias);
        Select plain = Select.of(values).from(new FromItem.Derived(select, alias)).joining(joins);
        return new CompiledStatement(plain.statement(), compilation, new Result.Rows(list, row));
    }

    private Result.Row row(List<RowOutput> outputs, PlainColumns columns, String alias) {
        return row(outputs, (before, output) -> member(before, output, columns, alias));
    }

    /**
     * The form of an object.
     *
     * @param member makes a member of an output and of what stands before its values
     */
    static Result.Row row(
            List<RowOutput> outputs, BiFunction<Result.Text, RowOutput, Result.Member> member) {
        List<Result.Member> members = new ArrayList<>();
        StringBuilder before = new StringBuilder();
        char separator = '{';
        for (RowOutput output : outputs) {
            before.append(separator).append('"').append(output.key()).append("\":");
            separator = ',';
            if (output instanceof RowOutput.TypeName name) {
                before.append('"').append(name.type()).append('"');
            } else {
                members.add(member.apply(Result.Text.of(before.toString()), output));
                before.setLength(0);
            }
        }
        return new Result.Row(members, Result.Text.of(before.append('}').toString()));
    }

    private Result.Member member(
            Result.Text before, RowOutput output, PlainColumns columns, String alias) {
        if (output instanceof RowOutput.RelatedRow related && PlainColumns.fit(related)) {
            return related(before, related, columns, alias);
        }
        PlainForm form = PlainForm.of(output, compilation.stringifyNumbers());
        value(form.text(new Expression.Column(alias, output.key())), output.key());
        return new Result.Cell(before, form.result());
    }

    /** Joined with a limit of one, which keeps the order of the rows that it is joined to. */
    private Result.Related related(
            Result.Text before, RowOutput.RelatedRow related, PlainColumns outer, String own) {
        PlainColumns columns = PlainColumns.of(related.query());
        RowCompiler.Link link = new RowCompiler.Link(outer.joined(related.relationship()), own);
        Select found = rows.rows(columns.query(), link);
        List<Select.Output> outputs = new ArrayList<>();
        outputs.add(new Select.Output(Expression.TRUE, PRESENT));
        outputs.addAll(found.outputs());
        String alias = compilation.alias();
        joins.add(
                new Select.LateralJoin(
                        found.withOutputs(outputs).limited(ONE, Optional.empty()), alias));
        int first = values.size();
        value(new Expression.Cast(new Expression.Column(alias, PRESENT), SqlType.TEXT), PRESENT);
        Result.Row row = row(related.query().outputs(), columns, alias);
        return new Result.Related(before, row, values.size() - first);
    }

    private void value(Expression text, String name) {
        values.add(new Select.Output(text, name));
    }
}
