package org.fitmesh.schema.table;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.fitmesh.catalog.Catalog;
import org.fitmesh.catalog.Column;
import org.fitmesh.catalog.ColumnEnum;
import org.fitmesh.catalog.EnumTable;
import org.fitmesh.catalog.ForeignKey;
import org.fitmesh.catalog.Table;
import org.fitmesh.catalog.TableName;
import org.fitmesh.metadata.TrackedTable;
import org.fitmesh.naming.NamingConvention;

/**
 * Tells columns that refer to enum tables: those of a foreign key of one column to the table's
 * primary key.
 */
final class EnumColumns {
    private final Catalog catalog;

    /** The names of the enums of tables. */
    private final Map<TableName, String> names = new LinkedHashMap<>();

    private EnumColumns(Catalog catalog) {
        this.catalog = catalog;
    }

    /** The catalog with the enums of columns. */
    static Catalog in(Catalog catalog, Collection<TrackedTable> tracked, NamingConvention naming) {
        if (catalog.enums().isEmpty()) {
            return catalog;
        }
        EnumColumns columns = new EnumColumns(catalog);
        tracked.forEach(
                t -> columns.names.put(t.table(), naming.type(TableNames.words(t).then("enum"))));
        Map<TableName, Table> tables = new LinkedHashMap<>(catalog.tables());
        tables.replaceAll((name, table) -> columns.table(table));
        return new Catalog(tables, catalog.functions(), catalog.enums());
    }

    private Table table(Table table) {
        Map<String, Column> columns = new LinkedHashMap<>(table.columns());
        for (ForeignKey key : table.foreignKeys()) {
            values(key)
                    .ifPresent(
                            values ->
                                    columns.computeIfPresent(
                                            key.columns().keySet().iterator().next(),
                                            (name, column) -> column.withEnumeration(values)));
        }
        return table.withColumns(columns);
    }

    private Optional<ColumnEnum> values(ForeignKey key) {
        String name = names.get(key.references());
        boolean simple = key.columns().size() == 1;
        if (name == null
                || !simple
                || !(catalog.enums().get(key.references()) instanceof EnumTable.Usable usable)
                || !key.columns().containsValue(usable.key())) {
            return Optional.empty();
        }
        return Optional.of(new ColumnEnum(name, usable.values()));
    }
}
