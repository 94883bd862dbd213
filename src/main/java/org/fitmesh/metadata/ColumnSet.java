package org.fitmesh.metadata;

import java.util.Set;

/** {@code columns} of a permission: a list, or {@code "*"}. */
public sealed interface ColumnSet {
    /** Every column, those added later too. */
    record All() implements ColumnSet {}

    /** Just these. */
    record Some(Set<String> names) implements ColumnSet {}

    default boolean contains(String column) {
        return !(this instanceof Some some) || some.names().contains(column);
    }
}
