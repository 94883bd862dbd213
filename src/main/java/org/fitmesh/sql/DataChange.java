package org.fitmesh.sql;

/** A statement that changes a table and returns the rows that it changed. */
public sealed interface DataChange permits Insert, Update, Delete {
    void writeTo(SqlText out);

    /** This and nothing else. */
    default SqlStatement statement() {
        SqlText out = new SqlText();
        writeTo(out);
        return out.finish();
    }

    /** {@code WITH name AS (this) select}. */
    default SqlStatement statement(String name, Select select) {
        SqlText out = new SqlText();
        out.add("WITH ").identifier(name).add(" AS (");
        writeTo(out);
        out.add(") ");
        select.writeTo(out);
        return out.finish();
    }
}
