package org.fitmesh.plan.table;

import java.util.List;
import java.util.Optional;
import org.fitmesh.catalog.Column;
import org.fitmesh.error.ErrorPath;

/**
 * One statement of a nested insert: rows of one table.
 *
 * @param keys the columns that other steps need of each row, in the order of {@link WrittenKey#key}
 * @param answered whether the rows are those of the root field, which the answer tells of
 * @param required how the request fails when a row was not written; empty where none depends on it
 * @param path where PostgreSQL's errors are reported
 */
public record InsertStep(
        InsertQuery query,
        List<Column> keys,
        boolean answered,
        Optional<Missing> required,
        ErrorPath path) {

    /** A row that another depends on was ignored, by {@code on_conflict} or by a trigger. */
    public record Missing(String message, ErrorPath path) {}
}
