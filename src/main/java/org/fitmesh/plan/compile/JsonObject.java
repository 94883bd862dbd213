package org.fitmesh.plan.compile;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.fitmesh.sql.Expression;
import org.fitmesh.sql.FromItem;
import org.fitmesh.sql.Select;
import org.fitmesh.sql.SqlType;

/**
 * Writes JSON objects from named expressions. {@code row_to_json} over a projection is the fastest
 * form that PostgreSQL has, but its keys are column names, which PostgreSQL cuts at 63 bytes;
 * longer response keys take {@code json_build_object}.
 */
final class JsonObject {
    private static final int MAX_NAME_BYTES = 63;

    /** The most arguments of a function (FUNC_MAX_ARGS) make so many pairs. */
    private static final int MAX_PAIRS = 50;

    private JsonObject() {}

    /** One object of the rows of a select, whose outputs are the keys. */
    static Select perRow(Select rows, Compilation compilation) {
        return rowJson(rows, compilation, false);
    }

    /** The list of the objects of all rows of a select, in its order. */
    static Select listOf(Select rows, Compilation compilation) {
        return rowJson(rows, compilation, true);
    }

    private static Select rowJson(Select rows, Compilation compilation, boolean list) {
        String alias = compilation.alias();
        if (fitsColumnNames(rows.outputs())) {
            Expression row = new Expression.Call("row_to_json", new Expression.WholeRow(alias));
            return wrap(row, list).from(new FromItem.Derived(rows, alias));
        }
        Select built = rows.withOutputs(List.of(new Select.Output(build(rows.outputs()), "o")));
        return wrap(new Expression.Column(alias, "o"), list)
                .from(new FromItem.Derived(built, alias));
    }

    private static Select wrap(Expression object, boolean list) {
        Expression json = list ? aggregated(object) : object;
        return Select.of(new Select.Output(json, "json"));
    }

    private static Expression aggregated(Expression object) {
        return new Expression.Call(
                "coalesce", new Expression.Call("json_agg", object), new Expression.Constant("[]"));
    }

    /** One object, where no row is at hand. */
    static Expression of(List<Select.Output> pairs, Compilation compilation) {
        return new Expression.Scalar(perRow(Select.of(pairs), compilation));
    }

    private static boolean fitsColumnNames(List<Select.Output> outputs) {
        return outputs.stream().allMatch(o -> isColumnName(o.alias()));
    }

    /** Whether PostgreSQL keeps all of the name of an output. */
    static boolean isColumnName(String key) {
        return key.getBytes(StandardCharsets.UTF_8).length <= MAX_NAME_BYTES;
    }

    /** More pairs than a function can take are built in pieces and put together as text. */
    private static Expression build(List<Select.Output> outputs) {
        List<Expression> pieces = new ArrayList<>();
        for (int from = 0; from < outputs.size(); from += MAX_PAIRS) {
            int to = Math.min(from + MAX_PAIRS, outputs.size());
            pieces.add(buildPiece(outputs.subList(from, to)));
        }
        return pieces.size() == 1 ? pieces.get(0) : joined(pieces);
    }

    private static Expression buildPiece(List<Select.Output> outputs) {
        List<Expression> arguments = new ArrayList<>();
        for (Select.Output output : outputs) {
            arguments.add(new Expression.Constant(output.alias()));
            arguments.add(output.expression());
        }
        return new Expression.Call("json_build_object", arguments);
    }

    /** {@code {a}} and {@code {b}} become {@code {a,b}}. */
    private static Expression joined(List<Expression> pieces) {
        List<Expression> texts = new ArrayList<>();
        for (Expression piece : pieces) {
            texts.add(new Expression.Constant(texts.isEmpty() ? "{" : ","));
            texts.add(withoutBraces(new Expression.Cast(piece, SqlType.TEXT)));
        }
        texts.add(new Expression.Constant("}"));
        return new Expression.Cast(new Expression.Call("concat", texts), SqlType.JSON);
    }

    private static Expression withoutBraces(Expression text) {
        Expression headless = new Expression.Call("substr", text, new Expression.Keyword("2"));
        return new Expression.Call("left", headless, new Expression.Keyword("-1"));
    }
}
