package org.fitmesh.catalog;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Keys and foreign keys of all tables.
 *
 * @param uniques by the table's oid, in alphabetical order
 * @param foreignKeys by the oid of the table that refers, in alphabetical order
 */
record ConstraintReader(
        Map<Long, List<UniqueConstraint>> uniques, Map<Long, List<ForeignKey>> foreignKeys) {

    /**
     * A foreign key to a partitioned table has a child for each of its partitions, on the same
     * table: those are left out.
     */
    private static final String CONSTRAINTS =
            """
            select k.conrelid, k.conname, k.contype::text, rn.nspname, r.relname,
              array(
                select a.attname::text
                from pg_catalog.unnest(k.conkey) with ordinality as part(attnum, position)
                join pg_catalog.pg_attribute a
                  on a.attrelid = k.conrelid and a.attnum = part.attnum
                order by part.position
              ) as own,
              array(
                select a.attname::text
                from pg_catalog.unnest(k.confkey) with ordinality as part(attnum, position)
                join pg_catalog.pg_attribute a
                  on a.attrelid = k.confrelid and a.attnum = part.attnum
                order by part.position
              ) as theirs
            from pg_catalog.pg_constraint k
            join pg_catalog.pg_class c on c.oid = k.conrelid
            join pg_catalog.pg_namespace n on n.oid = c.relnamespace
            left join pg_catalog.pg_class r on r.oid = k.confrelid
            left join pg_catalog.pg_namespace rn on rn.oid = r.relnamespace
            where k.contype in ('p', 'u', 'f')
              and not exists (
                select from pg_catalog.pg_constraint parent
                where parent.oid = k.conparentid and parent.conrelid = k.conrelid
              )
              and\s"""
                    + CatalogReader.ARE_LISTED
                    + "order by k.conname collate \"C\"";

    static ConstraintReader read(Connection connection) throws SQLException {
        ConstraintReader read = new ConstraintReader(new HashMap<>(), new HashMap<>());
        try (PreparedStatement statement = connection.prepareStatement(CONSTRAINTS);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                read.add(row);
            }
        }
        return read;
    }

    private void add(ResultSet row) throws SQLException {
        long table = row.getLong("conrelid");
        String name = row.getString("conname");
        String type = row.getString("contype");
        List<String> own = names(row, "own");
        if (!"f".equals(type)) {
            uniques.computeIfAbsent(table, t -> new ArrayList<>())
                    .add(new UniqueConstraint(name, own, "p".equals(type)));
            return;
        }
        List<String> theirs = names(row, "theirs");
        Map<String, String> columns = new LinkedHashMap<>();
        for (int i = 0; i < own.size(); i++) {
            columns.put(own.get(i), theirs.get(i));
        }
        TableName references = new TableName(row.getString("nspname"), row.getString("relname"));
        foreignKeys
                .computeIfAbsent(table, t -> new ArrayList<>())
                .add(new ForeignKey(name, references, Collections.unmodifiableMap(columns)));
    }

    private static List<String> names(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }
}
