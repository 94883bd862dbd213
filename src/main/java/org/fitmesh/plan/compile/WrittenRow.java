package org.fitmesh.plan.compile;

import java.util.ArrayList;
import java.util.List;
import org.fitmesh.catalog.PgType;
import org.fitmesh.catalog.Table;
import org.fitmesh.sql.Expression;
import org.fitmesh.sql.Select;
import org.fitmesh.sql.SqlType;

/**
 * A row that travels as JSON to the statement that answers, which makes a row of it again ({@link
 * org.fitmesh.sql.FromItem.TableRows}).
 */
final class WrittenRow {
    private WrittenRow() {}

    /** All columns of a table, from the rows of that alias. */
    static List<Select.Output> columns(Table table, String alias) {
        List<Select.Output> outputs = new ArrayList<>();
        table.columns()
                .forEach(
                        (name, column) -> {
                            Expression value = new Expression.Column(alias, name);
                            boolean asText = !comesBack(column.effectiveType());
                            outputs.add(
                                    new Select.Output(
                                            asText
                                                    ? new Expression.Cast(value, SqlType.TEXT)
                                                    : value,
                                            name));
                        });
        return outputs;
    }

    /**
     * Whether PostgreSQL reads a value from the JSON that it writes of it. Extensions cast theirs
     * to JSON as they like (hstore), and of an array the bounds are lost, and which lists are
     * elements (jsonb[]). A string is read as the text of any type but json and jsonb.
     */
    private static boolean comesBack(PgType type) {
        boolean builtIn = type.kind() == PgType.Kind.BASE && type.schema().equals("pg_catalog");
        return builtIn || type.kind() == PgType.Kind.ENUM || type.kind() == PgType.Kind.RANGE;
    }
}
