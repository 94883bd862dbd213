package org.fitmesh.catalog;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Reads the {@link OrderedIndex}es of all tables and materialised views. */
final class IndexReader {
    /** A column that does not sort as the column itself does is null here. */
    private static final String INDEXES =
            """
            select i.indrelid,
              array(
                select a.attname::text
                from pg_catalog.generate_series(0, i.indnkeyatts - 1) as part(position)
                left join pg_catalog.pg_opclass o
                  on o.oid = i.indclass[part.position] and o.opcdefault
                left join pg_catalog.pg_attribute a
                  on a.attrelid = i.indrelid and a.attnum = i.indkey[part.position]
                    and a.attcollation = i.indcollation[part.position] and o.oid is not null
                order by part.position
              ) as columns
            from pg_catalog.pg_index i
            join pg_catalog.pg_class x on x.oid = i.indexrelid
            join pg_catalog.pg_am m on m.oid = x.relam
            join pg_catalog.pg_class c on c.oid = i.indrelid
            join pg_catalog.pg_namespace n on n.oid = c.relnamespace
            where m.amname = 'btree' and i.indisvalid and i.indpred is null
              and c.relkind in ('r', 'm') and not c.relhassubclass
              and\s"""
                    + CatalogReader.ARE_LISTED
                    + "order by x.relname collate \"C\"";

    private IndexReader() {}

    /** By the table's oid. */
    static Map<Long, List<OrderedIndex>> read(Connection connection) throws SQLException {
        Map<Long, List<OrderedIndex>> byTable = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(INDEXES);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                List<String> columns = untilUnknown((String[]) row.getArray("columns").getArray());
                if (!columns.isEmpty()) {
                    byTable.computeIfAbsent(row.getLong("indrelid"), t -> new ArrayList<>())
                            .add(new OrderedIndex(columns));
                }
            }
        }
        return byTable;
    }

    private static List<String> untilUnknown(String[] columns) {
        return Arrays.stream(columns).takeWhile(Objects::nonNull).toList();
    }
}
