package org.fitmesh.catalog;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the functions of the application, in one statement. */
final class FunctionReader {
    /** Those of {@code pg_proc p} in {@code pg_namespace n} that belong to the application. */
    static final String ARE_LISTED =
            """
            p.prokind = 'f'
              and n.nspname not in ('information_schema', 'fitmesh')
              and n.nspname not like 'pg\\_%'
              and not exists (
                select from pg_catalog.pg_depend d
                where d.classid = 'pg_catalog.pg_proc'::pg_catalog.regclass
                  and d.objid = p.oid and d.deptype = 'e'
              )
            """;

    /** Names stand beside all arguments, types beside those that are given. */
    private static final String FUNCTIONS =
            """
            select n.nspname, p.proname, p.prorettype, p.proretset, p.provariadic <> 0 as variadic,
              p.provolatile::text, p.pronargs, p.pronargdefaults,
              p.proargtypes::pg_catalog.oid[]::pg_catalog.int8[] as types,
              p.proargnames as names, p.proargmodes::text[] as modes,
              pg_catalog.obj_description(p.oid, 'pg_proc') as comment
            from pg_catalog.pg_proc p
            join pg_catalog.pg_namespace n on n.oid = p.pronamespace
            where\s"""
                    + ARE_LISTED
                    + "order by n.nspname collate \"C\", p.proname collate \"C\", p.oid";

    private FunctionReader() {}

    /** All functions by name, overloads in the order in which they were made. */
    static Map<FunctionName, List<SqlFunction>> read(Connection connection, TypeReader types)
            throws SQLException {
        Map<FunctionName, List<SqlFunction>> functions = new LinkedHashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(FUNCTIONS);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                Optional<SqlFunction> function = function(row, types);
                function.ifPresent(
                        f -> functions.computeIfAbsent(f.name(), n -> new ArrayList<>()).add(f));
            }
        }
        functions.replaceAll((name, overloads) -> List.copyOf(overloads));
        return Collections.unmodifiableMap(functions);
    }

    /** Empty for a function with a type that was made after the types were read. */
    private static Optional<SqlFunction> function(ResultSet row, TypeReader types)
            throws SQLException {
        Optional<PgType> returned = types.find(row.getLong("prorettype"));
        Optional<List<SqlFunction.Argument>> arguments = arguments(row, types);
        if (returned.isEmpty() || arguments.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new SqlFunction(
                        new FunctionName(row.getString("nspname"), row.getString("proname")),
                        arguments.get(),
                        row.getBoolean("variadic"),
                        returned.get(),
                        row.getBoolean("proretset"),
                        volatility(row.getString("provolatile")),
                        Optional.ofNullable(row.getString("comment"))));
    }

    private static Optional<List<SqlFunction.Argument>> arguments(ResultSet row, TypeReader types)
            throws SQLException {
        Long[] oids = (Long[]) row.getArray("types").getArray();
        List<Optional<String>> names = givenNames(texts(row, "names"), texts(row, "modes"));
        int firstDefault = row.getInt("pronargs") - row.getInt("pronargdefaults");
        List<SqlFunction.Argument> arguments = new ArrayList<>();
        for (int i = 0; i < oids.length; i++) {
            Optional<PgType> type = types.find(oids[i]);
            if (type.isEmpty()) {
                return Optional.empty();
            }
            Optional<String> name = i < names.size() ? names.get(i) : Optional.empty();
            arguments.add(new SqlFunction.Argument(name, type.get(), i >= firstDefault));
        }
        return Optional.of(List.copyOf(arguments));
    }

    /** Without modes all arguments are given ones. */
    private static List<Optional<String>> givenNames(List<String> names, List<String> modes) {
        List<Optional<String>> given = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            String mode = i < modes.size() ? modes.get(i) : "i";
            if (!mode.equals("o") && !mode.equals("t")) {
                given.add(Optional.of(names.get(i)).filter(name -> !name.isEmpty()));
            }
        }
        return given;
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return array == null ? List.of() : List.of((String[]) array.getArray());
    }

    private static SqlFunction.Volatility volatility(String provolatile) {
        return switch (provolatile) {
            case "i" -> SqlFunction.Volatility.IMMUTABLE;
            case "s" -> SqlFunction.Volatility.STABLE;
            default -> SqlFunction.Volatility.VOLATILE;
        };
    }
}
