package org.fitmesh.catalog;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The types of all columns and of what functions take and give, with those they are made of. */
final class TypeReader {
    /** Array types are told by the back reference: oidvector has elements too, and is none. */
    private static final String TYPES =
            """
            with recursive used(oid) as (
              select a.atttypid
              from pg_catalog.pg_class c
              join pg_catalog.pg_namespace n on n.oid = c.relnamespace
              join pg_catalog.pg_attribute a on a.attrelid = c.oid
              where a.attnum > 0 and not a.attisdropped and\s"""
                    + CatalogReader.ARE_LISTED
                    + """
              union
              select u.oid
              from pg_catalog.pg_proc p
              join pg_catalog.pg_namespace n on n.oid = p.pronamespace
              cross join lateral pg_catalog.unnest(
                pg_catalog.array_append(p.proargtypes::pg_catalog.oid[], p.prorettype)) u(oid)
              where\s"""
                    + FunctionReader.ARE_LISTED
                    + """
              union
              select part.oid
              from used
              join pg_catalog.pg_type t on t.oid = used.oid
              cross join lateral (values (t.typbasetype), (t.typelem)) part(oid)
              where part.oid <> 0
            )
            select t.oid, n.nspname, t.typname, t.typtype::text, t.typbasetype, t.typnotnull,
              e.oid as element
            from used
            join pg_catalog.pg_type t on t.oid = used.oid
            join pg_catalog.pg_namespace n on n.oid = t.typnamespace
            left join pg_catalog.pg_type e on e.oid = t.typelem and e.typarray = t.oid
            """;

    private record Row(
            String schema, String name, String typtype, boolean notNull, long base, long element) {}

    private final Map<Long, Row> rows = new HashMap<>();

    private TypeReader() {}

    static TypeReader read(Connection connection) throws SQLException {
        TypeReader types = new TypeReader();
        try (PreparedStatement statement = connection.prepareStatement(TYPES);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                types.rows.put(
                        row.getLong("oid"),
                        new Row(
                                row.getString("nspname"),
                                row.getString("typname"),
                                row.getString("typtype"),
                                row.getBoolean("typnotnull"),
                                row.getLong("typbasetype"),
                                row.getLong("element")));
            }
        }
        return types;
    }

    Optional<PgType> find(long oid) {
        Row row = rows.get(oid);
        if (row == null) {
            return Optional.empty();
        }
        Optional<PgType> element = row.element() == 0 ? Optional.empty() : find(row.element());
        PgType.Kind kind = element.isPresent() ? PgType.Kind.ARRAY : kind(row.typtype());
        return Optional.of(new PgType(row.schema(), row.name(), kind, element));
    }

    /** The type under a domain, through domains over domains; empty when it is none. */
    Optional<PgType> underDomain(long oid) {
        Row row = rows.get(oid);
        if (row == null || row.base() == 0) {
            return Optional.empty();
        }
        return underDomain(row.base()).or(() -> find(row.base()));
    }

    /** Whether a domain, or one that it is made of, refuses null. */
    boolean refusesNull(long oid) {
        Row row = rows.get(oid);
        return row != null && (row.notNull() || refusesNull(row.base()));
    }

    private static PgType.Kind kind(String typtype) {
        return switch (typtype) {
            case "e" -> PgType.Kind.ENUM;
            case "d" -> PgType.Kind.DOMAIN;
            case "c" -> PgType.Kind.COMPOSITE;
            case "r", "m" -> PgType.Kind.RANGE;
            case "p" -> PgType.Kind.PSEUDO;
            default -> PgType.Kind.BASE;
        };
    }
}
