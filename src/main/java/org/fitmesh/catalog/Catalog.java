package org.fitmesh.catalog;

import java.util.Map;
import java.util.Optional;

/** All tables that the database user can see, system schemas and Fitmesh's own left out. */
public record Catalog(Map<TableName, Table> tables) {
    /** The table of that name, if the database user can see it. */
    public Optional<Table> find(TableName name) {
        return Optional.ofNullable(tables.get(name));
    }
}
