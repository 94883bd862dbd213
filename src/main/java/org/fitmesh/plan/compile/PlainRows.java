package org.fitmesh.plan.compile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.fitmesh.catalog.PgType;
import org.fitmesh.plan.table.RowOutput;
import org.fitmesh.plan.table.TableQuery;
import org.fitmesh.sql.Expression;
import org.fitmesh.sql.FromItem;
import org.fitmesh.sql.Select;
import org.fitmesh.sql.SqlType;

/**
 * Writes rows that hold columns and nothing else: PostgreSQL gives them as text, and the JSON is
 * made of it by whoever runs the statement, which takes less than PostgreSQL's functions do.
 *
 * <p>Every value is cast, so that the driver never asks for a binary form and a value is text even
 * when its column has changed its type since the catalog was read. Casts stand outside the rows, so
 * that an order with a limit casts only what it lets through. For types whose text is not what
 * PostgreSQL's JSON functions write, it is one of these that is called, for the single value.
 */
record PlainRows(Compilation compilation, boolean list) {
    private static final Map<String, Result.Form> FORMS =
            Map.ofEntries(
                    Map.entry("bool", Result.Form.BOOLEAN),
                    Map.entry("int2", Result.Form.NUMBER),
                    Map.entry("int4", Result.Form.NUMBER),
                    Map.entry("int8", Result.Form.NUMBER),
                    Map.entry("numeric", Result.Form.NUMBER),
                    Map.entry("float4", Result.Form.NUMBER),
                    Map.entry("float8", Result.Form.NUMBER),
                    Map.entry("text", Result.Form.STRING),
                    Map.entry("varchar", Result.Form.STRING),
                    Map.entry("uuid", Result.Form.STRING),
                    Map.entry("date", Result.Form.STRING),
                    Map.entry("time", Result.Form.STRING),
                    Map.entry("timestamp", Result.Form.TIMESTAMP),
                    Map.entry("timestamptz", Result.Form.TIMESTAMP));

    /** Whether rows can be written so. */
    static boolean fit(TableQuery query) {
        boolean columns = false;
        for (RowOutput output : query.outputs()) {
            if (output instanceof RowOutput.ColumnValue value) {
                columns = true;
                if (!JsonObject.isColumnName(output.key()) || isPseudo(value)) {
                    return false;
                }
            } else if (!(output instanceof RowOutput.TypeName)) {
                return false;
            }
        }
        return columns;
    }

    /** Views on PostgreSQL's statistics have such columns; few functions take them. */
    private static boolean isPseudo(RowOutput.ColumnValue value) {
        return value.column().effectiveType().kind() == PgType.Kind.PSEUDO;
    }

    CompiledStatement statement(TableQuery query) {
        List<RowOutput> columns =
                query.outputs().stream().filter(RowOutput.ColumnValue.class::isInstance).toList();
        Select rows = new RowCompiler(compilation).rows(query.withOutputs(columns));
        String alias = compilation.alias();
        List<Select.Output> values = new ArrayList<>();
        for (RowOutput column : columns) {
            Expression value = new Expression.Column(alias, column.key());
            values.add(new Select.Output(text(value, form(column)), column.key()));
        }
        Select select = Select.of(values).from(new FromItem.Derived(rows, alias));
        return new CompiledStatement(
                select.statement(), compilation.parameters(), result(query.outputs()));
    }

    private static Expression text(Expression value, Result.Form form) {
        return form == Result.Form.JSON
                ? new Expression.Call("to_json", value)
                : new Expression.Cast(value, SqlType.TEXT);
    }

    private Result.Rows result(List<RowOutput> outputs) {
        List<Result.Cell> cells = new ArrayList<>();
        StringBuilder before = new StringBuilder();
        char separator = '{';
        for (RowOutput output : outputs) {
            before.append(separator).append('"').append(output.key()).append("\":");
            separator = ',';
            if (output instanceof RowOutput.TypeName name) {
                before.append('"').append(name.type()).append('"');
            } else {
                cells.add(new Result.Cell(Result.Text.of(before.toString()), form(output)));
                before.setLength(0);
            }
        }
        return new Result.Rows(list, cells, Result.Text.of(before.append('}').toString()));
    }

    private Result.Form form(RowOutput output) {
        RowOutput.ColumnValue value = (RowOutput.ColumnValue) output;
        PgType type = value.column().effectiveType();
        boolean builtIn = type.kind() == PgType.Kind.BASE && type.schema().equals("pg_catalog");
        if (!builtIn || value.path().isPresent()) {
            return Result.Form.JSON;
        }
        return compilation.stringifyNumbers() && type.isStringified()
                ? Result.Form.STRING
                : FORMS.getOrDefault(type.name(), Result.Form.JSON);
    }
}
