package org.fitmesh.plan;

import org.fitmesh.catalog.PgType;
import org.fitmesh.schema.table.ScalarNames;

/** How a JSON value becomes the text of a parameter. */
public enum Encoding {
    /** A string as it is, a number or boolean as JSON writes it. */
    TEXT,
    /** As {@link #TEXT}; a whole number loses its fraction, which no integer type reads. */
    INTEGER,
    /** Any value as JSON text, for json and jsonb. */
    JSON,
    /** A list as the text of a PostgreSQL array; inner lists are inner arrays. */
    ARRAY,
    /** As {@link #ARRAY}, with elements as {@link #INTEGER}. */
    ARRAY_OF_INTEGER,
    /** A list as a PostgreSQL array whose elements are JSON texts. */
    ARRAY_OF_JSON,
    /** A JSONPath such as {@code $.a[0]} as the text of an array of keys. */
    JSON_PATH,
    /** A non-negative 32-bit integer. */
    LIMIT,
    /** A non-negative 64-bit integer, or a string that holds one. */
    OFFSET;

    /** How a value of that type is written that the client gives. */
    public static Encoding of(PgType type) {
        if (type.isArray()) {
            return ofListOf(ScalarNames.elementOf(type));
        }
        if (ScalarNames.isJson(type)) {
            return JSON;
        }
        return ScalarNames.isInteger(type) ? INTEGER : TEXT;
    }

    /** The same for a list of values of that type. */
    public static Encoding ofListOf(PgType element) {
        if (ScalarNames.isJson(element)) {
            return ARRAY_OF_JSON;
        }
        return ScalarNames.isInteger(element) ? ARRAY_OF_INTEGER : ARRAY;
    }
}
