package org.fitmesh.sql;

/** {@code "column" = value}, of an update. */
public record Assignment(String column, Expression value) {
    void writeTo(SqlText out) {
        out.identifier(column).add(" = ");
        value.writeTo(out);
    }
}
