package org.fitmesh.catalog;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.fitmesh.naming.GraphQLName;

/**
 * Reads the rows of enum tables, one statement for each. A table must have a primary key of one
 * text column, at most one further column, of text too, and rows whose keys are names of GraphQL
 * enum values.
 */
public final class EnumReader {
    private final Connection connection;

    public EnumReader(Connection connection) {
        this.connection = connection;
    }

    /**
     * The catalog with the values of these tables; those that it lacks are passed over.
     *
     * @throws SQLException when the database cannot be asked
     */
    public Catalog withEnums(Catalog catalog, Iterable<TableName> tables) throws SQLException {
        Map<TableName, EnumTable> enums = new LinkedHashMap<>();
        for (TableName name : tables) {
            Optional<Table> table = catalog.find(name);
            if (table.isPresent()) {
                enums.put(name, read(table.get()));
            }
        }
        return new Catalog(catalog.tables(), catalog.functions(), enums);
    }

    private EnumTable read(Table table) throws SQLException {
        List<String> reasons = new ArrayList<>();
        Optional<Column> key = key(table, reasons);
        Optional<Column> comment = comment(table, key, reasons);
        if (key.isEmpty()) {
            return refused(table, reasons);
        }
        if (!mayBeRead(table)) {
            reasons.add("the user of the database may not read the table");
            return refused(table, reasons);
        }
        Map<String, Optional<String>> values = values(table, key.get(), comment);
        checkNames(values, reasons);
        return reasons.isEmpty()
                ? new EnumTable.Usable(key.get().name(), values)
                : refused(table, reasons);
    }

    private static Optional<Column> key(Table table, List<String> reasons) {
        Optional<UniqueConstraint> primary = table.primaryKey();
        if (primary.isEmpty()) {
            reasons.add("the table must have a primary key");
            return Optional.empty();
        }
        List<String> columns = primary.get().columns();
        if (columns.size() > 1) {
            reasons.add(
                    "the table’s primary key must not span multiple columns ("
                            + sorted(columns)
                            + ")");
            return Optional.empty();
        }
        Column column = table.columns().get(columns.get(0));
        if (!isText(column)) {
            reasons.add(wrongType("primary key", column));
            return Optional.empty();
        }
        return Optional.of(column);
    }

    private static Optional<Column> comment(
            Table table, Optional<Column> key, List<String> reasons) {
        List<Column> others = new ArrayList<>(table.columns().values());
        key.ifPresent(others::remove);
        if (others.isEmpty()) {
            return Optional.empty();
        }
        if (others.size() > 1) {
            reasons.add(
                    "the table must have exactly one primary key and optionally one comment column,"
                            + " not "
                            + others.size()
                            + " columns ("
                            + sorted(others.stream().map(Column::name).toList())
                            + ")");
            return Optional.empty();
        }
        if (!isText(others.get(0))) {
            reasons.add(wrongType("comment column", others.get(0)));
            return Optional.empty();
        }
        return Optional.of(others.get(0));
    }

    private static boolean isText(Column column) {
        return column.type().name().equals("text");
    }

    private static String wrongType(String what, Column column) {
        return "the table’s %s (\"%s\") must have type \"text\", not type \"%s\""
                .formatted(what, column.name(), column.type().name());
    }

    private static String sorted(List<String> names) {
        return names.stream()
                .sorted()
                .map(name -> "\"" + name + "\"")
                .collect(Collectors.joining(", "));
    }

    private boolean mayBeRead(Table table) throws SQLException {
        String sql = "select pg_catalog.has_table_privilege(?, 'select')";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, quoted(table));
            try (ResultSet row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    private Map<String, Optional<String>> values(Table table, Column key, Optional<Column> comment)
            throws SQLException {
        String sql =
                "select "
                        + quoted(key.name())
                        + ", "
                        + comment.map(c -> quoted(c.name())).orElse("null::text")
                        + " from "
                        + quoted(table);
        Map<String, Optional<String>> values = new TreeMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                values.put(row.getString(1), Optional.ofNullable(row.getString(2)));
            }
        }
        return values;
    }

    private static String quoted(Table table) {
        return quoted(table.name().schema()) + "." + quoted(table.name().name());
    }

    private static String quoted(String identifier) {
        return '"' + identifier.replace("\"", "\"\"") + '"';
    }

    private static void checkNames(Map<String, Optional<String>> values, List<String> reasons) {
        if (values.isEmpty()) {
            reasons.add("the table must have at least one row");
        }
        List<String> wrong =
                values.keySet().stream().filter(name -> !GraphQLName.isEnumValue(name)).toList();
        if (wrong.size() == 1) {
            reasons.add(
                    "the value \"" + wrong.get(0) + "\" is not a valid GraphQL enum value name");
        } else if (!wrong.isEmpty()) {
            reasons.add("the values " + listed(wrong) + " are not valid GraphQL enum value names");
        }
    }

    private static String listed(List<String> names) {
        int last = names.size() - 1;
        String first = sorted(names.subList(0, last));
        return first + (last > 1 ? ", and \"" : " and \"") + names.get(last) + "\"";
    }

    private static EnumTable refused(Table table, List<String> reasons) {
        String why =
                reasons.size() == 1
                        ? "because " + reasons.get(0)
                        : "for the following reasons:\n • " + String.join("\n • ", reasons);
        return new EnumTable.Refused(
                "the table \"" + table.name() + "\" cannot be used as an enum " + why);
    }
}
