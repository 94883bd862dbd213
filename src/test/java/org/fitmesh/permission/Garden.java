package org.fitmesh.permission;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The tables of {@code /permission/garden.sql}, in words of the test. */
final class Garden {
    /** Types of columns. */
    enum Type {
        INT,
        TEXT,
        BOOL
    }

    /**
     * A relationship.
     *
     * @param own the column that must equal the other table's
     * @param computed whether a function gives the rows, {@code <table>_<name>}
     */
    record Rel(
            String name,
            boolean array,
            String target,
            String own,
            String theirs,
            boolean computed) {
        Rel(String name, boolean array, String target, String own, String theirs) {
            this(name, array, target, own, theirs, false);
        }

        /** Does it lead from the one row to the other? */
        boolean joins(Map<String, Object> row, Map<String, Object> other) {
            Object value = row.get(own);
            return value != null && value.equals(other.get(theirs));
        }
    }

    /**
     * A table.
     *
     * @param computed fields that a function computes of the row, {@code <table>_<field>}
     */
    record Table(
            String name,
            Map<String, Type> columns,
            Map<String, Type> computed,
            Map<String, Rel> rels) {
        Type type(String field) {
            return columns.getOrDefault(field, computed.get(field));
        }

        /** Whether the column takes null. */
        boolean mayLack(String column) {
            return !REQUIRED.contains(column);
        }

        /** Relationships by name: those that a permission may follow. */
        Map<String, Rel> tracked() {
            Map<String, Rel> tracked = new TreeMap<>(rels);
            tracked.values().removeIf(Rel::computed);
            return tracked;
        }
    }

    /** The columns that cannot be null, in whatever table. */
    private static final Set<String> REQUIRED = Set.of("id", "name", "size", "plot_id");

    static final List<Table> TABLES =
            List.of(
                    new Table(
                            "gardener",
                            Map.of(
                                    "id", Type.INT,
                                    "name", Type.TEXT,
                                    "town", Type.TEXT,
                                    "age", Type.INT,
                                    "chief_id", Type.INT),
                            Map.of(),
                            Map.of(
                                    "lots",
                                            new Rel(
                                                    "lots",
                                                    true,
                                                    "plot",
                                                    "id",
                                                    "gardener_id",
                                                    true),
                                    "chief", new Rel("chief", false, "gardener", "chief_id", "id"),
                                    "team", new Rel("team", true, "gardener", "id", "chief_id"),
                                    "plots", new Rel("plots", true, "plot", "id", "gardener_id"))),
                    new Table(
                            "plot",
                            Map.of(
                                    "id", Type.INT,
                                    "gardener_id", Type.INT,
                                    "size", Type.INT,
                                    "crop", Type.TEXT,
                                    "open", Type.BOOL),
                            Map.of("worth", Type.INT),
                            Map.of(
                                    "gardener",
                                            new Rel(
                                                    "gardener",
                                                    false,
                                                    "gardener",
                                                    "gardener_id",
                                                    "id"),
                                    "harvests",
                                            new Rel("harvests", true, "harvest", "id", "plot_id"))),
                    new Table(
                            "harvest",
                            Map.of(
                                    "id", Type.INT,
                                    "plot_id", Type.INT,
                                    "kilos", Type.INT,
                                    "note", Type.TEXT),
                            Map.of(),
                            Map.of("plot", new Rel("plot", false, "plot", "plot_id", "id"))));

    private Garden() {}

    /** What the functions compute of a row; adds it. */
    static Map<String, Object> withComputed(String table, Map<String, Object> row) {
        if (table.equals("plot")) {
            row.put("worth", Boolean.TRUE.equals(row.get("open")) ? row.get("size") : null);
        }
        return row;
    }

    static Table table(String name) {
        return TABLES.stream().filter(t -> t.name().equals(name)).findFirst().orElseThrow();
    }
}
