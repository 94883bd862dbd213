package org.fitmesh.catalog;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A table, view or materialised view as the database describes it.
 *
 * @param columns by name, in the order of the table
 * @param constraints primary key and unique constraints, by name in alphabetical order
 * @param indexes of rows that are all in this table: none for a table that others inherit from or
 *     are parts of
 * @param hasTriggers whether row or statement triggers other than Fitmesh's own exist on it
 * @param seenElsewhere whether its rows are seen in other tables, too: in a view that is made of
 *     it, or where it inherits or is inherited from
 */
public record Table(
        TableName name,
        Kind kind,
        Map<String, Column> columns,
        List<UniqueConstraint> constraints,
        List<ForeignKey> foreignKeys,
        List<OrderedIndex> indexes,
        boolean hasTriggers,
        boolean seenElsewhere,
        boolean insertable,
        boolean updatable,
        boolean deletable,
        Optional<String> comment) {

    /** {@code pg_class.relkind}, foreign tables counted as tables. */
    public enum Kind {
        TABLE,
        PARTITIONED_TABLE,
        VIEW,
        MATERIALIZED_VIEW
    }

    /** The same table with other columns. */
    public Table withColumns(Map<String, Column> newColumns) {
        return new Table(
                name,
                kind,
                newColumns,
                constraints,
                foreignKeys,
                indexes,
                hasTriggers,
                seenElsewhere,
                insertable,
                updatable,
                deletable,
                comment);
    }

    /** The primary key; views have none. */
    public Optional<UniqueConstraint> primaryKey() {
        return constraints.stream().filter(UniqueConstraint::primary).findFirst();
    }

    /** The column of that name in the database, not its name in GraphQL. */
    public Optional<Column> column(String columnName) {
        return Optional.ofNullable(columns.get(columnName));
    }
}
