package org.fitmesh.schema.filter;

import org.fitmesh.catalog.Column;
import org.fitmesh.catalog.PgType;

/** The left side of a comparison: a single value of the row. */
public sealed interface Compared {
    /** What it is called in messages. */
    String name();

    /** The type that decides about operators. */
    PgType type();

    /** What it may be compared with. */
    default ValueType valueType() {
        return ValueType.of(type());
    }

    /** Whether it may be null. */
    default boolean nullable() {
        return true;
    }

    /** A column. */
    record OfColumn(Column column) implements Compared {
        @Override
        public String name() {
            return column.name();
        }

        @Override
        public PgType type() {
            return column.effectiveType();
        }

        @Override
        public ValueType valueType() {
            return ValueType.of(column);
        }

        @Override
        public boolean nullable() {
            return column.nullable();
        }
    }

    /** What a function makes of the row. */
    record OfCall(String name, FunctionCall call, PgType type) implements Compared {}
}
