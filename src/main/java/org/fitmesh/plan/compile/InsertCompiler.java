package org.fitmesh.plan.compile;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fitmesh.catalog.Table;
import org.fitmesh.catalog.TableName;
import org.fitmesh.error.ErrorPath;
import org.fitmesh.graphql.operation.ValueSource;
import org.fitmesh.plan.Encoding;
import org.fitmesh.plan.Parameter;
import org.fitmesh.plan.table.InsertQuery;
import org.fitmesh.plan.table.InsertQuery.Response;
import org.fitmesh.plan.table.InsertQuery.Upsert;
import org.fitmesh.schema.filter.Operand;
import org.fitmesh.sql.Expression;
import org.fitmesh.sql.FromItem;
import org.fitmesh.sql.Insert;
import org.fitmesh.sql.Select;
import org.fitmesh.sql.SqlStatement;
import org.fitmesh.sql.SqlType;

/**
 * Compiles an insert: {@code WITH inserted AS (INSERT … RETURNING *, check) SELECT answer}. The
 * statement fails as a whole when a row does not meet its check, so that it needs no transaction of
 * its own.
 */
public final class InsertCompiler {
    private static final String INSERTED = "inserted";
    private static final String CHECK = "fitmesh_check";
    private static final String CHECK_FAILED =
            "check constraint of an insert/update permission has failed";

    private static final Parameter NO_ROWS =
            new Parameter.Value(
                    new Operand.Given(
                            new ValueSource.Constant(JsonNodeFactory.instance.arrayNode()),
                            ErrorPath.ROOT),
                    Encoding.JSON);

    private final Compilation compilation;
    private final InsertQuery query;

    private InsertCompiler(InsertQuery query, boolean stringifyNumbers) {
        this.query = query;
        this.compilation = new Compilation(stringifyNumbers);
    }

    /**
     * One statement, or two where the answer reads the table that is written, or reads any table
     * while triggers may have changed it.
     */
    public static InsertStatements compile(InsertQuery query, boolean stringifyNumbers) {
        if (query.rows().isEmpty()) {
            InsertCompiler nothing = new InsertCompiler(query, stringifyNumbers);
            return new InsertStatements(nothing.answerTo(NO_ROWS), Optional.empty());
        }
        InsertCompiler whole = new InsertCompiler(query, stringifyNumbers);
        Select answer =
                whole.answer(alias -> new FromItem.Named(INSERTED, alias), whole.countOfInserted());
        if (!whole.readsWhatIsWritten()) {
            return new InsertStatements(whole.insert(answer), Optional.empty());
        }
        InsertCompiler first = new InsertCompiler(query, stringifyNumbers);
        InsertCompiler second = new InsertCompiler(query, stringifyNumbers);
        return new InsertStatements(
                first.insert(first.writtenRows()),
                Optional.of(second.answerTo(new Parameter.WrittenRows())));
    }

    private boolean readsWhatIsWritten() {
        Set<TableName> read = compilation.tablesRead();
        // a view, or a table of partitions, writes to tables of other names
        boolean elsewhere = query.table().hasTriggers() || query.table().kind() != Table.Kind.TABLE;
        return read.contains(query.table().name()) || (elsewhere && !read.isEmpty());
    }

    /** The new rows, whole, as one list. */
    private Select writtenRows() {
        String alias = compilation.alias();
        Select rows =
                Select.of(FilterCompiler.allColumns(query.table().columns().values(), alias))
                        .from(new FromItem.Named(INSERTED, alias));
        return JsonObject.listOf(rows, compilation);
    }

    /** The answer, from rows that come as JSON. */
    private CompiledStatement answerTo(Parameter rows) {
        Expression json = compilation.parameter(rows, SqlType.JSON);
        TableName table = query.table().name();
        Select answer =
                answer(
                        alias -> new FromItem.TableRows(table.schema(), table.name(), json, alias),
                        new Expression.Call("json_array_length", json));
        return new CompiledStatement(answer.statement(), compilation.parameters());
    }

    /** Where the rows of the answer are read from, under an alias. */
    @FunctionalInterface
    private interface Rows {
        FromItem as(String alias);
    }

    private Select answer(Rows written, Expression count) {
        RowCompiler rows = new RowCompiler(compilation);
        if (query.single()) {
            Response.Returning row = (Response.Returning) query.response().get(0);
            return JsonObject.perRow(returning(row, rows, written), compilation);
        }
        List<Select.Output> pairs = new ArrayList<>();
        for (Response response : query.response()) {
            Expression value = response(response, rows, written, count);
            pairs.add(new Select.Output(value, response.key()));
        }
        return Select.of(new Select.Output(JsonObject.of(pairs, compilation), "json"));
    }

    private Select returning(Response.Returning returning, RowCompiler rows, Rows written) {
        String alias = compilation.alias();
        return Select.of(rows.outputs(returning.outputs(), alias)).from(written.as(alias));
    }

    private Expression response(
            Response response, RowCompiler rows, Rows written, Expression count) {
        if (response instanceof Response.TypeName name) {
            return new Expression.Constant(name.type());
        }
        if (response instanceof Response.AffectedRows) {
            return count;
        }
        Select select = returning((Response.Returning) response, rows, written);
        return new Expression.Scalar(JsonObject.listOf(select, compilation));
    }

    private Expression countOfInserted() {
        return ofInserted(new Expression.Call("count", Expression.STAR));
    }

    private Expression ofInserted(Expression value) {
        return new Expression.Scalar(
                Select.of(new Select.Output(value, "value"))
                        .from(new FromItem.Named(INSERTED, INSERTED)));
    }

    private CompiledStatement insert(Select answer) {
        String target = compilation.alias();
        Expression check = check(target);
        List<Select.Output> returning =
                new ArrayList<>(
                        FilterCompiler.allColumns(query.table().columns().values(), target));
        List<Expression> conditions = new ArrayList<>();
        conditions.add(SessionGuard.condition(compilation));
        if (check != Expression.TRUE) {
            Expression passed = new Expression.Call("coalesce", check, Expression.FALSE);
            returning.add(new Select.Output(passed, CHECK));
            conditions.add(guard());
        }
        Select guarded = answer.where(Expression.and(conditions));
        InsertedRows rows = new InsertedRows(query, compilation);
        Insert insert =
                new Insert(
                        query.table().name().schema(),
                        query.table().name().name(),
                        target,
                        rows.columns(),
                        rows.rows(),
                        query.upsert().map(u -> onConflict(u, target)),
                        returning);
        SqlStatement sql = insert.statement(INSERTED, guarded);
        return new CompiledStatement(sql, compilation.parameters());
    }

    /** False in no row, or the statement fails. */
    private Expression guard() {
        Expression all =
                ofInserted(new Expression.Call("bool_and", new Expression.Column(INSERTED, CHECK)));
        return new Expression.Case(
                new Expression.Call("coalesce", all, Expression.TRUE),
                Expression.TRUE,
                new Expression.Call(
                        "fitmesh.check_violation", new Expression.Constant(CHECK_FAILED)));
    }

    /** An updated row has the transaction that locked it in {@code xmax}, a new one zero. */
    private Expression check(String target) {
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
        List<Insert.Assignment> assignments = new ArrayList<>();
        upsert.columns()
                .forEach(
                        column ->
                                assignments.add(
                                        new Insert.Assignment(
                                                column.name(),
                                                new Expression.Column("excluded", column.name()))));
        upsert.presets()
                .forEach(
                        (column, value) ->
                                assignments.add(
                                        new Insert.Assignment(
                                                column.name(),
                                                compilation.value(value, column.effectiveType()))));
        Expression where =
                new FilterCompiler(compilation, target).condition(upsert.filter(), target);
        Optional<Expression> condition =
                where == Expression.TRUE ? Optional.empty() : Optional.of(where);
        return new Insert.OnConflict(upsert.constraint(), assignments, condition);
    }
}
