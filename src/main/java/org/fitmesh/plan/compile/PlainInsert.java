package org.fitmesh.plan.compile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fitmesh.catalog.Table;
import org.fitmesh.plan.table.InsertQuery;
import org.fitmesh.plan.table.RowOutput;
import org.fitmesh.plan.table.WriteResponse;
import org.fitmesh.sql.Expression;
import org.fitmesh.sql.Insert;
import org.fitmesh.sql.Select;

/**
 * Writes the insert of one row of which nothing but columns is answered: {@code INSERT … SELECT …
 * RETURNING …}, whose values become JSON where {@link PlainRows} do. What other inserts have around
 * theirs, {@code WITH … SELECT}, takes PostgreSQL an eighth of the time of such a statement.
 *
 * <p>The guard tells the database who writes when the row is made, after the triggers that come
 * before the whole statement. So it is not for tables with triggers, but Fitmesh's own, nor for
 * views, whose tables may have some.
 */
final class PlainInsert {
    private final InsertQuery query;
    private final Compilation compilation;
    private final InsertCompiler change;
    private final List<Select.Output> returning = new ArrayList<>();

    private PlainInsert(InsertQuery query, CompilerOptions options) {
        this.query = query;
        this.compilation = new Compilation(options);
        this.change = new InsertCompiler(query, compilation);
    }

    /** The statement; none where the answer or a permission needs more than the row's columns. */
    static Optional<CompiledStatement> statement(InsertQuery query, CompilerOptions options) {
        WriteResponse response = query.response();
        boolean ofColumns =
                response.single()
                        && PlainColumns.fitAlone(
                                ((WriteResponse.Returning) response.keys().get(0)).outputs());
        boolean ofOneRow = query.rows().size() == 1 && !query.rows().get(0).isEmpty();
        return ofColumns && ofOneRow && !hasTriggers(query.table())
                ? new PlainInsert(query, options).statement()
                : Optional.empty();
    }

    private static boolean hasTriggers(Table table) {
        return table.hasTriggers() || table.kind() != Table.Kind.TABLE;
    }

    private Optional<CompiledStatement> statement() {
        String target = compilation.alias();
        compilation.rowsOf(query.table().name(), target);
        Result.Row row = answered(target);
        if (change.check(target) != Expression.TRUE) {
            return Optional.empty();
        }
        Insert insert = change.guarded(target, returning);
        if (compilation.mayReadAnyTable() || !compilation.tablesRead().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new CompiledStatement(
                        insert.statement(), compilation, new Result.Rows(false, row)));
    }

    private Result.Row answered(String target) {
        WriteResponse.Returning only = (WriteResponse.Returning) query.response().keys().get(0);
        RowCompiler rows = new RowCompiler(compilation);
        return PlainRows.row(
                only.outputs(), (before, output) -> cell(before, output, rows, target));
    }

    private Result.Cell cell(
            Result.Text before, RowOutput output, RowCompiler rows, String target) {
        PlainForm form = PlainForm.of(output, compilation.stringifyNumbers());
        Expression value = rows.outputs(List.of(output), target).get(0).expression();
        returning.add(new Select.Output(form.text(value), output.key()));
        return new Result.Cell(before, form.result());
    }
}
