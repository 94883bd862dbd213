package org.fitmesh.plan.compile;

import java.util.ArrayList;
import java.util.List;
import org.fitmesh.plan.table.WriteResponse;
import org.fitmesh.sql.Expression;
import org.fitmesh.sql.FromItem;
import org.fitmesh.sql.Select;

/**
 * Writes what is answered about changed rows.
 *
 * @param source where they are read from
 * @param count how many they are
 */
record AnswerCompiler(
        Compilation compilation, WriteResponse response, Source source, Expression count) {

    /** Where the rows are read from, under an alias. */
    @FunctionalInterface
    interface Source {
        FromItem as(String alias);
    }

    /** A select of one JSON value; for a single row no row when there is none. */
    Select select() {
        RowCompiler rows = new RowCompiler(compilation);
        if (response.single()) {
            WriteResponse.Returning row = (WriteResponse.Returning) response.keys().get(0);
            return JsonObject.perRow(returning(row, rows), compilation);
        }
        List<Select.Output> pairs = new ArrayList<>();
        for (WriteResponse.Key key : response.keys()) {
            pairs.add(new Select.Output(value(key, rows), key.key()));
        }
        return Select.of(new Select.Output(JsonObject.of(pairs, compilation), "json"));
    }

    private Expression value(WriteResponse.Key key, RowCompiler rows) {
        if (key instanceof WriteResponse.TypeName name) {
            return new Expression.Constant(name.type());
        }
        if (key instanceof WriteResponse.AffectedRows) {
            return count;
        }
        Select select = returning((WriteResponse.Returning) key, rows);
        return new Expression.Scalar(JsonObject.listOf(select, compilation));
    }

    private Select returning(WriteResponse.Returning returning, RowCompiler rows) {
        String alias = compilation.alias();
        FromItem from = source.as(alias);
        return Select.of(rows.outputs(returning.outputs(), alias)).from(from);
    }
}
