package org.fitmesh.catalog;

import java.util.Optional;

/**
 * A column.
 *
 * @param hasDefault a default, an identity or a generated value exists
 * @param insertable false for {@code GENERATED ALWAYS} columns and for views that cannot take it
 * @param baseType for a domain, the type under it
 * @param enumeration for a column that refers to an enum table, the values that it may have; known
 *     only where tables are tracked
 */
public record Column(
        String name,
        PgType type,
        Optional<PgType> baseType,
        boolean nullable,
        boolean hasDefault,
        boolean insertable,
        boolean updatable,
        Optional<String> comment,
        Optional<ColumnEnum> enumeration) {

    /** A column that refers to no enum table. */
    public Column(
            String name,
            PgType type,
            Optional<PgType> baseType,
            boolean nullable,
            boolean hasDefault,
            boolean insertable,
            boolean updatable,
            Optional<String> comment) {
        this(
                name,
                type,
                baseType,
                nullable,
                hasDefault,
                insertable,
                updatable,
                comment,
                Optional.empty());
    }

    /** The same column, which refers to an enum table. */
    public Column withEnumeration(ColumnEnum values) {
        return new Column(
                name,
                type,
                baseType,
                nullable,
                hasDefault,
                insertable,
                updatable,
                comment,
                Optional.of(values));
    }

    /** The type that decides about operators: the one under a domain, else the type itself. */
    public PgType effectiveType() {
        return baseType.orElse(type);
    }

    /** Whether PostgreSQL finds operators and functions only for the type under the domain. */
    public boolean isEnumDomain() {
        return baseType.filter(type -> type.kind() == PgType.Kind.ENUM).isPresent();
    }
}
