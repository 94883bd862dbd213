package org.fitmesh.plan.compile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fitmesh.catalog.Column;
import org.fitmesh.metadata.Relationship;
import org.fitmesh.plan.Parameter;
import org.fitmesh.plan.ReplyTree;
import org.fitmesh.plan.table.AggregateQuery;
import org.fitmesh.plan.table.RowSource;
import org.fitmesh.plan.table.TableQuery;
import org.fitmesh.schema.filter.FunctionCall;
import org.fitmesh.schema.table.RelationshipModel;
import org.fitmesh.sql.Expression;
import org.fitmesh.sql.FromItem;
import org.fitmesh.sql.Select;
import org.fitmesh.sql.SqlType;

/**
 * Compiles the query of a root field to one statement: of plain rows, or of one JSON value where
 * that cannot be.
 */
public record QueryCompiler(CompilerOptions options) {
    private static final String CALLED = "called";

    /** {@code <table>}: a list, also of no rows. */
    public CompiledStatement list(TableQuery query) {
        Compilation compilation = new Compilation(options);
        if (PlainColumns.fit(query)) {
            return new PlainRows(compilation).statement(query, true);
        }
        Select select = new RowCompiler(compilation).list(query, RowCompiler.Link.NONE);
        return compiled(select, compilation);
    }

    /** The same list where keys are names of columns, which need not be names in GraphQL. */
    public CompiledStatement listOfAnyKeys(TableQuery query) {
        Compilation compilation = new Compilation(options);
        Select select = new RowCompiler(compilation).list(query, RowCompiler.Link.NONE);
        return compiled(select, compilation);
    }

    /** {@code <table>_by_pk}: no row when there is none. */
    public CompiledStatement single(TableQuery query) {
        Compilation compilation = new Compilation(options);
        if (PlainColumns.fit(query)) {
            return new PlainRows(compilation).statement(query, false);
        }
        Select select = new RowCompiler(compilation).single(query, RowCompiler.Link.NONE);
        return compiled(select, compilation);
    }

    /** {@code <table>_aggregate}: always one row, whose value is an object. */
    public CompiledStatement aggregate(AggregateQuery query) {
        Compilation compilation = new Compilation(options);
        Expression object =
                new AggregateCompiler(compilation, new RowCompiler(compilation))
                        .object(query, RowCompiler.Link.NONE);
        return compiled(Select.of(new Select.Output(object, "json")), compilation);
    }

    /** {@code <function>_aggregate}: the function is called once, whatever is asked of its rows. */
    public CompiledStatement aggregateOfFunction(AggregateQuery query, FunctionCall call) {
        Compilation compilation = new Compilation(options);
        String rows = compilation.alias();
        Select called =
                Select.of(FilterCompiler.allColumns(query.rows().table().columns().values(), rows))
                        .from(
                                new FromItem.FunctionRows(
                                        new CallCompiler(compilation).call(call, rows), rows));
        Expression object =
                new AggregateCompiler(compilation, new RowCompiler(compilation))
                        .object(query.from(new RowSource.OfResult(CALLED)), RowCompiler.Link.NONE);
        return new CompiledStatement(
                Select.of(new Select.Output(object, "json")).statementWith(CALLED, called),
                compilation);
    }

    /**
     * The rows of a function that writes, or its one row. The database is told first who asks.
     *
     * @param single whether it gives one row
     */
    public CompiledStatement mutation(TableQuery query, boolean single) {
        Compilation compilation = new Compilation(options);
        RowCompiler rows = new RowCompiler(compilation);
        Select select =
                single
                        ? rows.single(query, RowCompiler.Link.NONE)
                        : rows.list(query, RowCompiler.Link.NONE);
        return compiled(select.where(SessionGuard.condition(compilation)), compilation);
    }

    /**
     * Rows by their keys: always one row, whose value is a list with an element for each key, in
     * their order; null where there is no such row.
     *
     * @param keyColumns names of the columns that tell one row
     */
    public CompiledStatement byKeys(TableQuery query, List<String> keyColumns) {
        Compilation compilation = new Compilation(options);
        Expression json = compilation.parameter(new Parameter.RowKeys(), SqlType.JSON);
        List<FromItem.ColumnDefinition> parts = new ArrayList<>();
        Map<String, String> columns = new LinkedHashMap<>();
        for (String name : keyColumns) {
            Column column = query.table().columns().get(name);
            String part = ReplyTree.keyName(parts.size());
            parts.add(
                    new FromItem.ColumnDefinition(
                            part, Compilation.sqlType(column.effectiveType())));
            columns.put(part, name);
        }
        String keys = compilation.alias();
        RelationshipModel byKey =
                new RelationshipModel(
                        keys, Relationship.Kind.OBJECT, query.table().name(), columns, true, true);
        Select row = new RowCompiler(compilation).single(query, new RowCompiler.Link(byKey, keys));
        String rows = compilation.alias();
        Select each =
                Select.of(new Select.Output(new Expression.Scalar(row), "row"))
                        .from(new FromItem.Recordset(json, keys, parts));
        Expression list =
                new Expression.Call(
                        "coalesce",
                        new Expression.Call("json_agg", new Expression.Column(rows, "row")),
                        new Expression.Constant("[]"));
        return compiled(
                Select.of(new Select.Output(list, "json")).from(new FromItem.Derived(each, rows)),
                compilation);
    }

    private static CompiledStatement compiled(Select select, Compilation compilation) {
        return new CompiledStatement(select.statement(), compilation);
    }
}
