package org.fitmesh.catalog;

import java.util.Optional;

/**
 * A column.
 *
 * @param hasDefault a default, an identity or a generated value exists
 * @param insertable false for {@code GENERATED ALWAYS} columns and for views that cannot take it
 * @param baseType for a domain, the type under it
 */
public record Column(
        String name,
        PgType type,
        Optional<PgType> baseType,
        boolean nullable,
        boolean hasDefault,
        boolean insertable,
        boolean updatable,
        Optional<String> comment) {

    /** The type that decides about operators: the one under a domain, else the type itself. */
    public PgType effectiveType() {
        return baseType.orElse(type);
    }
}
