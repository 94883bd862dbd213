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
import org.fitmesh.plan.table.DeleteQuery;
import org.fitmesh.plan.table.InsertPlan;
import org.fitmesh.plan.table.InsertQuery;
import org.fitmesh.plan.table.InsertStep;
import org.fitmesh.plan.table.UpdateQuery;
import org.fitmesh.plan.table.WriteQuery;
import org.fitmesh.plan.table.WriteResponse;
import org.fitmesh.schema.filter.Operand;
import org.fitmesh.sql.Expression;
import org.fitmesh.sql.FromItem;
import org.fitmesh.sql.Select;
import org.fitmesh.sql.SqlType;

/**
 * Compiles a write: {@code WITH changed AS (change … RETURNING *, check) SELECT answer}. The
 * statement fails as a whole when a row does not meet its check, so that it needs no transaction of
 * its own. An insert of one row may do without ({@link PlainInsert}).
 */
public final class WriteCompiler {
    private static final String CHECK = "fitmesh_check";
    private static final String CHECK_FAILED =
            "check constraint of an insert/update permission has failed";

    private static final Parameter NO_ROWS =
            new Parameter.Value(
                    new Operand.Given(
                            new ValueSource.Constant(JsonNodeFactory.instance.arrayNode()),
                            ErrorPath.ROOT),
                    Encoding.JSON);

    private final WriteQuery query;
    private final Compilation compilation;
    private final ChangeCompiler change;

    private WriteCompiler(WriteQuery query, CompilerOptions options) {
        this.query = query;
        this.compilation = new Compilation(options);
        this.change = change(query, compilation);
    }

    private static ChangeCompiler change(WriteQuery query, Compilation compilation) {
        if (query instanceof InsertQuery insert) {
            return new InsertCompiler(insert, compilation);
        }
        if (query instanceof UpdateQuery update) {
            return new UpdateCompiler(update, compilation);
        }
        return new DeleteCompiler((DeleteQuery) query, compilation);
    }

    /**
     * One statement, or two where the answer reads the table that is written, or reads any table
     * while the write may reach others than its own.
     */
    public static WriteStatements compile(WriteQuery query, CompilerOptions options) {
        if (query.changesNothing()) {
            WriteCompiler nothing = new WriteCompiler(query, options);
            return new WriteStatements(nothing.answerTo(NO_ROWS), Optional.empty());
        }
        Optional<CompiledStatement> plain =
                query instanceof InsertQuery insert
                        ? PlainInsert.statement(insert, options)
                        : Optional.empty();
        if (plain.isPresent()) {
            return new WriteStatements(plain.get(), Optional.empty());
        }
        WriteCompiler whole = new WriteCompiler(query, options);
        Select answer = whole.answer();
        if (!whole.answerReadsChanges()) {
            return new WriteStatements(whole.write(answer), Optional.empty());
        }
        WriteCompiler first = new WriteCompiler(query, options);
        WriteCompiler second = new WriteCompiler(query, options);
        return new WriteStatements(
                first.write(first.changedRows()),
                Optional.of(second.answerTo(new Parameter.WrittenRows())));
    }

    /** A statement of a nested insert, whose rows other statements refer to. */
    public static CompiledStatement compile(InsertStep step, CompilerOptions options) {
        WriteCompiler compiler = new WriteCompiler(step.query(), options);
        return compiler.write(
                new InsertStepAnswer(compiler.compilation, step).select(compiler::changed));
    }

    /** The answer to a nested insert, from the rows of the root field that it has written. */
    public static CompiledStatement answer(InsertPlan.Nested nested, CompilerOptions options) {
        Compilation compilation = new Compilation(options);
        return answerTo(
                nested.table(),
                nested.response(),
                compilation,
                compilation.parameter(new Parameter.WrittenRows(), SqlType.JSON),
                compilation.parameter(new Parameter.AffectedRows(), SqlType.INTEGER));
    }

    /** To be asked when the answer is written and nothing else. */
    private boolean answerReadsChanges() {
        Set<TableName> read = compilation.tablesRead();
        return compilation.mayReadAnyTable()
                || read.contains(query.table().name())
                || (query.reachesOtherTables() && !read.isEmpty());
    }

    /** The answer, from the changed rows of the same statement. */
    private Select answer() {
        Expression count = ofChanged(new Expression.Call("count", Expression.STAR));
        return new AnswerCompiler(compilation, query.response(), this::changed, count).select();
    }

    /** The answer, from rows that come as JSON. */
    private CompiledStatement answerTo(Parameter rows) {
        Expression json = compilation.parameter(rows, SqlType.JSON);
        Expression count = new Expression.Call("json_array_length", json);
        return answerTo(query.table(), query.response(), compilation, json, count);
    }

    private static CompiledStatement answerTo(
            Table table,
            WriteResponse response,
            Compilation compilation,
            Expression rows,
            Expression count) {
        TableName name = table.name();
        AnswerCompiler answer =
                new AnswerCompiler(
                        compilation,
                        response,
                        alias -> {
                            compilation.rowsOf(name, alias);
                            return new FromItem.TableRows(name.schema(), name.name(), rows, alias);
                        },
                        count);
        return new CompiledStatement(answer.select().statement(), compilation);
    }

    /** The changed rows, whole, as one list. */
    private Select changedRows() {
        String alias = compilation.alias();
        Select rows = Select.of(WrittenRow.columns(query.table(), alias)).from(changed(alias));
        return JsonObject.listOf(rows, compilation);
    }

    private FromItem changed(String alias) {
        compilation.rowsOf(query.table().name(), alias);
        return new FromItem.Named(change.rowsName(), alias);
    }

    private Expression ofChanged(Expression value) {
        return new Expression.Scalar(
                Select.of(new Select.Output(value, "value")).from(changed(change.rowsName())));
    }

    private CompiledStatement write(Select answer) {
        String target = compilation.alias();
        compilation.rowsOf(query.table().name(), target);
        Expression check = change.check(target);
        List<Select.Output> returning =
                new ArrayList<>(
                        FilterCompiler.allColumns(query.table().columns().values(), target));
        List<Expression> conditions = new ArrayList<>();
        conditions.add(SessionGuard.condition(compilation));
        if (check != Expression.TRUE) {
            Expression passed = new Expression.Call("coalesce", check, Expression.FALSE);
            returning.add(new Select.Output(passed, CHECK));
            conditions.add(checked());
        }
        Select guarded = answer.where(Expression.and(conditions));
        return new CompiledStatement(
                change.change(target, returning).statement(change.rowsName(), guarded),
                compilation);
    }

    /** False in no row, or the statement fails. */
    private Expression checked() {
        Expression all =
                ofChanged(
                        new Expression.Call(
                                "bool_and", new Expression.Column(change.rowsName(), CHECK)));
        return new Expression.Case(
                new Expression.Call("coalesce", all, Expression.TRUE),
                Expression.TRUE,
                new Expression.Call(
                        "fitmesh.check_violation", new Expression.Constant(CHECK_FAILED)));
    }
}
