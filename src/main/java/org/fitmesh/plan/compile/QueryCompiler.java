package org.fitmesh.plan.compile;

import org.fitmesh.plan.table.AggregateQuery;
import org.fitmesh.plan.table.TableQuery;
import org.fitmesh.sql.Expression;
import org.fitmesh.sql.Select;

/** Compiles the query of a root field to one statement with one JSON value. */
public record QueryCompiler(boolean stringifyNumbers) {

    /** {@code <table>}: always one row, whose value is a list. */
    public CompiledStatement list(TableQuery query) {
        Compilation compilation = new Compilation(stringifyNumbers);
        Select select = new RowCompiler(compilation).list(query, RowCompiler.Link.NONE);
        return compiled(select, compilation);
    }

    /** {@code <table>_by_pk}: no row when there is none. */
    public CompiledStatement single(TableQuery query) {
        Compilation compilation = new Compilation(stringifyNumbers);
        Select select = new RowCompiler(compilation).single(query, RowCompiler.Link.NONE);
        return compiled(select, compilation);
    }

    /** {@code <table>_aggregate}: always one row, whose value is an object. */
    public CompiledStatement aggregate(AggregateQuery query) {
        Compilation compilation = new Compilation(stringifyNumbers);
        Expression object =
                new AggregateCompiler(compilation, new RowCompiler(compilation))
                        .object(query, RowCompiler.Link.NONE);
        return compiled(Select.of(new Select.Output(object, "json")), compilation);
    }

    private static CompiledStatement compiled(Select select, Compilation compilation) {
        return new CompiledStatement(select.statement(), compilation.parameters());
    }
}
