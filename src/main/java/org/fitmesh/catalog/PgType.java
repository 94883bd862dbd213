package org.fitmesh.catalog;

import java.util.Optional;

/**
 * A PostgreSQL type.
 *
 * @param name internal name ({@code pg_type.typname}), such as {@code int4}, {@code _text}
 * @param element the type of the elements, for an array
 */
public record PgType(String schema, String name, Kind kind, Optional<PgType> element) {

    /** {@code pg_type.typtype}, arrays apart. */
    public enum Kind {
        BASE,
        ARRAY,
        ENUM,
        DOMAIN,
        COMPOSITE,
        RANGE
    }

    /** A base type of {@code pg_catalog} by its internal name. */
    public static PgType builtIn(String name) {
        return new PgType("pg_catalog", name, Kind.BASE, Optional.empty());
    }

    /** Whether values are arrays, so that {@link #element} is present. */
    public boolean isArray() {
        return kind == Kind.ARRAY;
    }
}
