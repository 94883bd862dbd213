package org.fitmesh.sql;

import java.util.List;

/** What a select reads from (PostgreSQL documentation, section 7.2.1). */
public sealed interface FromItem {
    void writeTo(SqlText out);

    /** A table or view. */
    record Table(String schema, String name, String alias) implements FromItem {
        @Override
        public void writeTo(SqlText out) {
            out.qualified(schema, name).add(" AS ").identifier(alias);
        }
    }

    /** The rows that a function gives. */
    record FunctionRows(Expression.FunctionCall call, String alias) implements FromItem {
        @Override
        public void writeTo(SqlText out) {
            call.writeTo(out);
            out.add(" AS ").identifier(alias);
        }
    }

    /** A subselect. */
    record Derived(Select select, String alias) implements FromItem {
        @Override
        public void writeTo(SqlText out) {
            out.add("(");
            select.writeTo(out);
            out.add(") AS ").identifier(alias);
        }
    }

    /** The result of a {@code WITH} query of the same statement. */
    record Named(String name, String alias) implements FromItem {
        @Override
        public void writeTo(SqlText out) {
            out.identifier(name).add(" AS ").identifier(alias);
        }
    }

    /**
     * Rows made from a JSON array of objects: {@code json_to_recordset(rows) AS alias(column type,
     * …)}.
     */
    record Recordset(Expression rows, String alias, List<ColumnDefinition> columns)
            implements FromItem {
        @Override
        public void writeTo(SqlText out) {
            out.add("json_to_recordset(");
            rows.writeTo(out);
            out.add(") AS ").identifier(alias).add("(");
            out.list(columns, ", ", c -> c.writeTo(out)).add(")");
        }
    }

    /**
     * The rows of a JSON array, typed as a table: {@code json_populate_recordset(null::t, rows)}.
     */
    record TableRows(String schema, String table, Expression rows, String alias)
            implements FromItem {
        @Override
        public void writeTo(SqlText out) {
            out.add("json_populate_recordset(NULL::").qualified(schema, table).add(", ");
            rows.writeTo(out);
            out.add(") AS ").identifier(alias);
        }
    }

    /** The elements of a JSON list, as JSON or as text, in the column {@code value}. */
    record JsonElements(Expression list, boolean asText, String alias) implements FromItem {
        @Override
        public void writeTo(SqlText out) {
            out.add(asText ? "json_array_elements_text(" : "json_array_elements(");
            list.writeTo(out);
            out.add(") AS ").identifier(alias).add("(\"value\")");
        }
    }

    /** A column of a {@link Recordset}. */
    record ColumnDefinition(String name, SqlType type) {
        void writeTo(SqlText out) {
            out.identifier(name).add(" ");
            type.writeTo(out);
        }
    }
}
