package org.fitmesh.catalog;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the {@link Catalog} from PostgreSQL's own catalog, in six statements whatever the number of
 * tables and functions.
 *
 * @see <a href="https://www.postgresql.org/docs/current/catalogs.html">System catalogs</a>
 */
public final class CatalogReader {
    /** Bits that {@code pg_relation_is_updatable} answers: {@code 1 << CmdType}. */
    private static final int UPDATE = 1 << 2;

    private static final int INSERT = 1 << 3;
    private static final int DELETE = 1 << 4;

    /** Bits of {@code pg_trigger.tgtype}: INSTEAD OF, and INSERT or UPDATE. */
    private static final int INSERT_TRIGGER = 1 << 6 | 1 << 2;

    private static final int UPDATE_TRIGGER = 1 << 6 | 1 << 4;

    /** Tables of {@code pg_class c} in {@code pg_namespace n} that belong to the application. */
    static final String ARE_LISTED =
            """
            c.relkind in ('r', 'p', 'f', 'v', 'm')
              and n.nspname not in ('information_schema', 'fitmesh')
              and n.nspname not like 'pg\\_%'
            """;

    /** A foreign table without a handler cannot even be asked about: the function would fail. */
    private static final String TABLES =
            """
            select c.oid, n.nspname, c.relname, c.relkind::text,
              case when c.relkind <> 'f' or w.fdwhandler <> 0
                then pg_catalog.pg_relation_is_updatable(c.oid, true) else 0
              end as changes,
              pg_catalog.obj_description(c.oid, 'pg_class') as comment,
              exists (
                select from pg_catalog.pg_trigger t
                where t.tgrelid = c.oid and not t.tgisinternal and t.tgname not like 'fitmesh\\_%'
              ) as has_triggers,
              c.relhassubclass
                or exists (select from pg_catalog.pg_inherits i where i.inhrelid = c.oid)
                or exists (
                  select from pg_catalog.pg_depend d
                  join pg_catalog.pg_rewrite r on r.oid = d.objid
                  join pg_catalog.pg_class v on v.oid = r.ev_class
                  where d.classid = 'pg_catalog.pg_rewrite'::pg_catalog.regclass
                    and d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass
                    and d.refobjid = c.oid and v.oid <> c.oid and v.relkind = 'v'
                ) as seen_elsewhere
            from pg_catalog.pg_class c
            join pg_catalog.pg_namespace n on n.oid = c.relnamespace
            left join pg_catalog.pg_foreign_table f on f.ftrelid = c.oid
            left join pg_catalog.pg_foreign_server s on s.oid = f.ftserver
            left join pg_catalog.pg_foreign_data_wrapper w on w.oid = s.srvfdw
            where\s"""
                    + ARE_LISTED
                    + "order by n.nspname collate \"C\", c.relname collate \"C\"";

    private static final String COLUMNS =
            """
            select a.attrelid, a.attname, a.atttypid,
              a.attnotnull,
              a.atthasdef or a.attidentity <> '' or t.typdefault is not null as has_default,
              a.attidentity = 'a' or a.attgenerated <> '' as always_generated,
              c.relkind <> 'v' or pg_catalog.pg_column_is_updatable(c.oid, a.attnum, true)
                as changeable,
              c.relkind = 'v' and """
                    + isInstead(INSERT_TRIGGER, '3')
                    + """
                as inserted_instead,
              c.relkind = 'v' and """
                    + isInstead(UPDATE_TRIGGER, '2')
                    + """
                as updated_instead,
              pg_catalog.col_description(c.oid, a.attnum) as comment
            from pg_catalog.pg_class c
            join pg_catalog.pg_namespace n on n.oid = c.relnamespace
            join pg_catalog.pg_attribute a on a.attrelid = c.oid
            join pg_catalog.pg_type t on t.oid = a.atttypid
            where a.attnum > 0 and not a.attisdropped and\s"""
                    + ARE_LISTED
                    + "order by a.attrelid, a.attnum";

    private CatalogReader() {}

    /**
     * Whether a trigger or a rule of a view does something instead: it gets any column, and {@code
     * pg_column_is_updatable} knows only of those that both update and delete.
     *
     * @param trigger bits of {@code pg_trigger.tgtype}
     * @param rule {@code pg_rewrite.ev_type}
     */
    private static String isInstead(int trigger, char rule) {
        return """
                (exists (select from pg_catalog.pg_trigger t
                    where t.tgrelid = c.oid and t.tgtype & %1$d = %1$d)
                  or exists (select from pg_catalog.pg_rewrite r
                    where r.ev_class = c.oid and r.is_instead and r.ev_type = '%2$s'))
                """
                .formatted(trigger, rule);
    }

    /**
     * Reads all tables and functions, those too that the user may not read or call.
     *
     * @throws SQLException when the database cannot be asked
     */
    public static Catalog read(Connection connection) throws SQLException {
        TypeReader types = TypeReader.read(connection);
        Map<Long, Map<String, Column>> columns = columns(connection, types);
        ConstraintReader constraints = ConstraintReader.read(connection);
        Map<Long, List<OrderedIndex>> indexes = IndexReader.read(connection);
        Map<TableName, Table> tables = new LinkedHashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(TABLES);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                Table table = table(row, columns, constraints, indexes);
                tables.put(table.name(), table);
            }
        }
        return new Catalog(
                Collections.unmodifiableMap(tables),
                FunctionReader.read(connection, types),
                Map.of());
    }

    private static Table table(
            ResultSet row,
            Map<Long, Map<String, Column>> columns,
            ConstraintReader constraints,
            Map<Long, List<OrderedIndex>> indexes)
            throws SQLException {
        long oid = row.getLong("oid");
        int changes = row.getInt("changes");
        return new Table(
                new TableName(row.getString("nspname"), row.getString("relname")),
                kind(row.getString("relkind")),
                Collections.unmodifiableMap(columns.getOrDefault(oid, Map.of())),
                constraints.uniques().getOrDefault(oid, List.of()),
                constraints.foreignKeys().getOrDefault(oid, List.of()),
                indexes.getOrDefault(oid, List.of()),
                row.getBoolean("has_triggers"),
                row.getBoolean("seen_elsewhere"),
                (changes & INSERT) != 0,
                (changes & UPDATE) != 0,
                (changes & DELETE) != 0,
                Optional.ofNullable(row.getString("comment")));
    }

    private static Table.Kind kind(String relkind) {
        return switch (relkind) {
            case "v" -> Table.Kind.VIEW;
            case "m" -> Table.Kind.MATERIALIZED_VIEW;
            case "p" -> Table.Kind.PARTITIONED_TABLE;
            default -> Table.Kind.TABLE;
        };
    }

    private static Map<Long, Map<String, Column>> columns(Connection connection, TypeReader types)
            throws SQLException {
        Map<Long, Map<String, Column>> byTable = new LinkedHashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(COLUMNS);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                Optional<Column> column = column(row, types);
                if (column.isPresent()) {
                    byTable.computeIfAbsent(row.getLong("attrelid"), t -> new LinkedHashMap<>())
                            .put(column.get().name(), column.get());
                }
            }
        }
        return byTable;
    }

    /** Empty for a column whose type was made after the types were read. */
    private static Optional<Column> column(ResultSet row, TypeReader types) throws SQLException {
        long typeOid = row.getLong("atttypid");
        Optional<PgType> type = types.find(typeOid);
        if (type.isEmpty()) {
            return Optional.empty();
        }
        boolean changeable = row.getBoolean("changeable") && !row.getBoolean("always_generated");
        boolean insertable = changeable || row.getBoolean("inserted_instead");
        boolean updatable = changeable || row.getBoolean("updated_instead");
        return Optional.of(
                new Column(
                        row.getString("attname"),
                        type.get(),
                        types.underDomain(typeOid),
                        !row.getBoolean("attnotnull") && !types.refusesNull(typeOid),
                        row.getBoolean("has_default"),
                        insertable,
                        updatable,
                        Optional.ofNullable(row.getString("comment"))));
    }
}
