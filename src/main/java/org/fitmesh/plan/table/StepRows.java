package org.fitmesh.plan.table;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fitmesh.catalog.Column;
import org.fitmesh.plan.table.InsertStep.Missing;

/** A step of a nested insert while it is found out what others need of its rows. */
final class StepRows {
    private final int number;
    private final InsertQuery query;
    private final List<NestedRow> rows;
    private final boolean answered;
    private final Set<Column> keys = new LinkedHashSet<>();
    private Optional<Missing> required = Optional.empty();

    StepRows(int number, InsertQuery query, List<NestedRow> rows, boolean answered) {
        this.number = number;
        this.query = query;
        this.rows = rows;
        this.answered = answered;
    }

    int number() {
        return number;
    }

    /** Another step needs that column; returns its position among those that are needed. */
    int key(Column column) {
        keys.add(column);
        return List.copyOf(keys).indexOf(column);
    }

    /** A row is inserted for an object relationship, which needs it. */
    void requiredBy(NestedRow.Related related) {
        if (required.isEmpty()) {
            String message =
                    "cannot proceed to insert object relation \""
                            + related.relationship().name()
                            + "\" since insert to table "
                            + table()
                            + " affects zero rows";
            required = Optional.of(new Missing(message, related.path()));
        }
    }

    /** Rows that come after it need that row; this is what Hasura asks first. */
    void requiredByArrays(int row) {
        String message =
                "cannot proceed to insert array relations since insert to table "
                        + table()
                        + " affects zero rows";
        required = Optional.of(new Missing(message, rows.get(row).path()));
    }

    private String table() {
        return "\"" + query.table().name() + "\"";
    }

    InsertStep step() {
        return new InsertStep(query, List.copyOf(keys), answered, required, rows.get(0).path());
    }
}
