package org.fitmesh.permission;

import java.util.List;
import java.util.Map;

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
     */
    record Rel(String name, boolean array, String target, String own, String theirs) {}

    record Table(String name, Map<String, Type> columns, Map<String, Rel> rels) {}

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
                            Map.of(
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
                            Map.of("plot", new Rel("plot", false, "plot", "plot_id", "id"))));

    private Garden() {}

    static Table table(String name) {
        return TABLES.stream().filter(t -> t.name().equals(name)).findFirst().orElseThrow();
    }
}
