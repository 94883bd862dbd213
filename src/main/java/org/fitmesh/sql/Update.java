package org.fitmesh.sql;

import java.util.List;

/**
 * {@code UPDATE table AS alias SET … WHERE … RETURNING …}.
 *
 * @param alias name of the target; in {@code RETURNING} it is the new row, before it the old one
 * @param assignments at least one
 */
public record Update(
        String schema,
        String table,
        String alias,
        List<Assignment> assignments,
        Expression where,
        List<Select.Output> returning)
        implements DataChange {

    @Override
    public void writeTo(SqlText out) {
        out.add("UPDATE ").qualified(schema, table).add(" AS ").identifier(alias);
        out.add(" SET ").list(assignments, ", ", a -> a.writeTo(out));
        out.add(" WHERE ");
        where.writeTo(out);
        out.add(" RETURNING ").list(returning, ", ", o -> o.writeTo(out));
    }
}
