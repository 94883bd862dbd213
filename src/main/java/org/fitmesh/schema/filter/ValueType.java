package org.fitmesh.schema.filter;

import java.util.Optional;
import org.fitmesh.catalog.Column;
import org.fitmesh.catalog.ColumnEnum;
import org.fitmesh.catalog.PgType;

/**
 * What a value of the metadata is held to.
 *
 * @param values those that there are, for a column that refers to an enum table
 */
public record ValueType(PgType type, Optional<ColumnEnum> values) {
    static final ValueType TEXT = of(PgType.builtIn("text"));

    static ValueType of(PgType type) {
        return new ValueType(type, Optional.empty());
    }

    static ValueType of(Column column) {
        return new ValueType(column.effectiveType(), column.enumeration());
    }

    /** What it is called in messages. */
    String name() {
        return values.map(ColumnEnum::name).orElse(type.name());
    }
}
