package org.fitmesh.metadata;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fitmesh.catalog.TableName;

/** An entry of {@code object_relationships} or {@code array_relationships}. */
public record Relationship(String name, Kind kind, Using using, Optional<String> comment) {

    /** One row or many. */
    public enum Kind {
        OBJECT,
        ARRAY
    }

    /** How the two tables are tied. */
    public sealed interface Using {
        /** A foreign key of the table itself, named by its columns. */
        record OwnForeignKey(List<String> columns) implements Using {}

        /** A foreign key of the other table that points here. */
        record TheirForeignKey(TableName table, List<String> columns) implements Using {}

        /**
         * {@code manual_configuration}: own column to their column.
         *
         * @param afterParent {@code insertion_order: after_parent}: in a nested insert the related
         *     row comes after the row itself, which gives the columns' values
         */
        record Manual(TableName table, Map<String, String> columnMapping, boolean afterParent)
                implements Using {}
    }
}
