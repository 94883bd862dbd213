package org.fitmesh.catalog;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All tables and functions that the database user can see, system schemas and Fitmesh's own left
 * out.
 *
 * @param functions by name, overloads side by side; those of extensions are left out
 * @param enums those of the tables that the metadata calls enum tables, with their rows
 */
public record Catalog(
        Map<TableName, Table> tables,
        Map<FunctionName, List<SqlFunction>> functions,
        Map<TableName, EnumTable> enums) {
    /** Tables alone. */
    public Catalog(Map<TableName, Table> tables) {
        this(tables, Map.of(), Map.of());
    }

    /** The table of that name, if the database user can see it. */
    public Optional<Table> find(TableName name) {
        return Optional.ofNullable(tables.get(name));
    }

    /** The functions of that name; empty when there is none. */
    public List<SqlFunction> find(FunctionName name) {
        return functions.getOrDefault(name, List.of());
    }
}
