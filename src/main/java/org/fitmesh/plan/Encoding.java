package org.fitmesh.plan;

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
    /** A string alone, for types that no other JSON value is of. */
    STRING,
    /** A list of strings, as {@link #ARRAY}. */
    ARRAY_OF_STRING,
    /** A label path, of the type ltree. */
    LABEL_PATH,
    /** A list of label paths, as {@link #ARRAY}. */
    ARRAY_OF_LABEL_PATH,
    /** A JSONPath such as {@code $.a[0]} as the text of an array of keys. */
    JSON_PATH,
    /** A non-negative 32-bit integer. */
    LIMIT,
    /** A non-negative 64-bit integer, or a string that holds one. */
    OFFSET
}
