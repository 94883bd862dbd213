package org.fitmesh.command;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.fitmesh.catalog.FunctionName;
import org.fitmesh.catalog.TableName;

/**
 * What tables and columns are called, by what does not change when they are renamed.
 *
 * @param tables by {@code pg_class.oid}
 * @param columns of each table, by {@code pg_attribute.attnum}
 */
record SchemaNames(
        Map<Long, TableName> tables,
        Map<Long, Map<Integer, String>> columns,
        Map<Long, FunctionName> functions) {
    private static final String FUNCTIONS =
            """
            select p.oid, n.nspname, p.proname
            from pg_catalog.pg_proc p
            join pg_catalog.pg_namespace n on n.oid = p.pronamespace
            where n.nspname not in ('information_schema', 'fitmesh')
              and n.nspname not like 'pg\\_%'
            """;

    private static final String NAMES =
            """
            select c.oid, n.nspname, c.relname, a.attnum, a.attname
            from pg_catalog.pg_class c
            join pg_catalog.pg_namespace n on n.oid = c.relnamespace
            left join pg_catalog.pg_attribute a
              on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
            where c.relkind in ('r', 'p', 'f', 'v', 'm')
              and n.nspname not in ('information_schema', 'fitmesh')
              and n.nspname not like 'pg\\_%'
            order by c.oid, a.attnum
            """;

    /** What they are called now. */
    static SchemaNames read(Connection connection) throws SQLException {
        Map<Long, TableName> tables = new LinkedHashMap<>();
        Map<Long, Map<Integer, String>> columns = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(NAMES)) {
            while (row.next()) {
                long table = row.getLong(1);
                tables.put(table, new TableName(row.getString(2), row.getString(3)));
                columns.computeIfAbsent(table, key -> new LinkedHashMap<>())
                        .put(row.getInt(4), row.getString(5));
            }
        }
        return new SchemaNames(tables, columns, functions(connection));
    }

    private static Map<Long, FunctionName> functions(Connection connection) throws SQLException {
        Map<Long, FunctionName> functions = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(FUNCTIONS)) {
            while (row.next()) {
                functions.put(row.getLong(1), new FunctionName(row.getString(2), row.getString(3)));
            }
        }
        return functions;
    }
}
