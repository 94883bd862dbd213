package org.fitmesh.catalog;

import java.util.Optional;
import java.util.Set;

/**
 * A PostgreSQL type.
 *
 * @param name internal name ({@code pg_type.typname}), such as {@code int4}, {@code _text}
 * @param element the type of the elements, for an array
 */
public record PgType(String schema, String name, Kind kind, Optional<PgType> element) {

    private static final Set<String> STRINGIFIED = Set.of("int8", "numeric", "float8", "money");

    /** {@code pg_type.typtype}, arrays apart. */
    public enum Kind {
        BASE,
        ARRAY,
        ENUM,
        DOMAIN,
        COMPOSITE,
        RANGE,
        /** What only functions can take or give, such as {@code void}. */
        PSEUDO
    }

    /** A base type of {@code pg_catalog} by its internal name. */
    public static PgType builtIn(String name) {
        return new PgType("pg_catalog", name, Kind.BASE, Optional.empty());
    }

    /** Whether values are arrays, so that {@link #element} is present. */
    public boolean isArray() {
        return kind == Kind.ARRAY;
    }

    /**
     * Whether values, or the elements of arrays, are written as JSON strings where {@code
     * HASURA_GRAPHQL_STRINGIFY_NUMERIC_TYPES} is set: JavaScript would round them.
     */
    public boolean isStringified() {
        if (isArray() && element.isPresent()) {
            return element.get().isStringified();
        }
        return STRINGIFIED.contains(name);
    }
}
