package org.fitmesh.sql;

import java.util.List;

/**
 * {@code DELETE FROM table AS alias WHERE … RETURNING …}.
 *
 * @param alias name of the target; in {@code RETURNING} it is the row that is gone
 */
public record Delete(
        String schema, String table, String alias, Expression where, List<Select.Output> returning)
        implements DataChange {

    @Override
    public void writeTo(SqlText out) {
        out.add("DELETE FROM ").qualified(schema, table).add(" AS ").identifier(alias);
        out.add(" WHERE ");
        where.writeTo(out);
        out.add(" RETURNING ").list(returning, ", ", o -> o.writeTo(out));
    }
}
