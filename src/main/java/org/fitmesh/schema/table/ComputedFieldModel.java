package org.fitmesh.schema.table;

import java.util.Optional;
import org.fitmesh.catalog.PgType;
import org.fitmesh.catalog.TableName;

/**
 * A computed field whose function exists and fits.
 *
 * @param description what introspection tells of it
 */
public record ComputedFieldModel(
        String name, CallableFunction function, Result result, Optional<String> description) {

    /** What the function gives. */
    public sealed interface Result {}

    /** A single value. */
    public record Value(PgType type) implements Result {}

    /** Rows of a tracked table. */
    public record Rows(TableName table) implements Result {}
}
