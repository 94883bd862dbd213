package org.fitmesh.sql;

/** One key of an {@code ORDER BY}; the place of nulls is always written. */
public record OrderKey(Expression expression, boolean descending, boolean nullsFirst) {
    void writeTo(SqlText out) {
        expression.writeTo(out);
        out.add(descending ? " DESC" : " ASC").add(nullsFirst ? " NULLS FIRST" : " NULLS LAST");
    }
}
