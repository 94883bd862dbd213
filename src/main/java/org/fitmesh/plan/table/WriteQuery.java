package org.fitmesh.plan.table;

import java.util.Collection;
import org.fitmesh.catalog.Column;
import org.fitmesh.catalog.Table;

/** A change of one table and what is answered about it. */
public sealed interface WriteQuery permits InsertQuery, UpdateQuery, DeleteQuery {
    Table table();

    WriteResponse response();

    /** Is there nothing to do, whatever rows there are? Then the answer tells of no rows. */
    boolean changesNothing();

    /**
     * May it change what is seen of other tables than its own? Triggers may, a view and a
     * partitioned table write to tables of other names, views and tables that inherit show the rows
     * of others, and foreign keys pass a change on ({@code ON DELETE CASCADE}).
     */
    boolean reachesOtherTables();

    /**
     * The part of {@link #reachesOtherTables} that is known from the table and the columns that get
     * other values: a foreign key of another table may refer to them ({@code ON UPDATE CASCADE}).
     */
    static boolean reachesOtherTables(Table table, Collection<Column> changed) {
        return table.hasTriggers()
                || table.seenElsewhere()
                || table.kind() != Table.Kind.TABLE
                || table.constraints().stream()
                        .flatMap(constraint -> constraint.columns().stream())
                        .anyMatch(column -> changed.contains(table.columns().get(column)));
    }
}
