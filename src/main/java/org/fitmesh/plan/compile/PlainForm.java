package org.fitmesh.plan.compile;

import java.util.Map;
import java.util.Optional;
import org.fitmesh.catalog.PgType;
import org.fitmesh.plan.table.RowOutput;
import org.fitmesh.sql.Expression;
import org.fitmesh.sql.SqlType;

/**
 * How a value of a plain row is got as text. For types whose text is not what PostgreSQL's JSON
 * functions write, it is one of these that is called, for the single value.
 *
 * @param result how the text becomes JSON
 * @param written whether the value is JSON already
 */
record PlainForm(Result.Form result, boolean written) {
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

    /** What related rows and aggregates are. */
    private static final PlainForm WRITTEN = new PlainForm(Result.Form.JSON, true);

    private static final PlainForm JSON = new PlainForm(Result.Form.JSON, false);

    static PlainForm of(RowOutput output, boolean stringifyNumbers) {
        if (output instanceof RowOutput.ColumnValue value) {
            return of(value.column().effectiveType(), value.path().isPresent(), stringifyNumbers);
        }
        if (output instanceof RowOutput.ComputedValue value) {
            return of(value.type(), value.path().isPresent(), stringifyNumbers);
        }
        return WRITTEN;
    }

    private static PlainForm of(PgType type, boolean atPath, boolean stringifyNumbers) {
        boolean builtIn = type.kind() == PgType.Kind.BASE && type.schema().equals("pg_catalog");
        if (!builtIn || atPath) {
            return JSON;
        }
        if (stringifyNumbers && type.isStringified()) {
            return new PlainForm(Result.Form.STRING, false);
        }
        return Optional.ofNullable(FORMS.get(type.name()))
                .map(form -> new PlainForm(form, false))
                .orElse(JSON);
    }

    Expression text(Expression value) {
        return result == Result.Form.JSON && !written
                ? new Expression.Call("to_json", value)
                : new Expression.Cast(value, SqlType.TEXT);
    }
}
