package org.fitmesh.graphql.operation;

import com.fasterxml.jackson.databind.JsonNode;

/** The kinds of scalars that are told apart when operations are kept. */
enum ValueKind {
    NULL('n'),
    TEXT('s'),
    /** A text that a 64-bit integer may be written as; told apart for {@code Int} only. */
    DIGITS('d'),
    BOOLEAN('b'),
    INT('i'),
    /** Told apart for {@code Int} only, as {@link #LONG}. */
    NEGATIVE('m'),
    LONG('l'),
    NEGATIVE_LONG('k'),
    /** A whole number of any size. */
    INTEGER('g'),
    FRACTION('f'),
    NEGATIVE_FRACTION('h'),
    /** No finite number of 64 bits. */
    INFINITE('x'),
    OBJECT('o'),
    ARRAY('a');

    private final char letter;

    ValueKind(char letter) {
        this.letter = letter;
    }

    char letter() {
        return letter;
    }

    /** The kind of a value where that scalar is expected. */
    static ValueKind of(String scalar, JsonNode value) {
        return switch (value.getNodeType()) {
            case NULL, MISSING -> NULL;
            case BOOLEAN -> BOOLEAN;
            case ARRAY -> ARRAY;
            case OBJECT, POJO -> OBJECT;
            case STRING, BINARY ->
                    scalar.equals("Int") && BuiltInScalar.isLong(value) ? DIGITS : TEXT;
            case NUMBER -> number(scalar, value);
        };
    }

    /** The set of the kinds in a list, as bits: one per letter of the alphabet. */
    static int among(String scalar, JsonNode list) {
        int set = 0;
        for (JsonNode item : list) {
            set |= 1 << (of(scalar, item).letter - 'a');
        }
        return set;
    }

    private static ValueKind number(String scalar, JsonNode value) {
        if (scalar.equals("Int")) {
            return integer(value);
        }
        if (Double.isInfinite(value.doubleValue())) {
            return INFINITE;
        }
        return value.isIntegralNumber() ? INTEGER : FRACTION;
    }

    private static ValueKind integer(JsonNode value) {
        boolean negative = value.doubleValue() < 0;
        if (BuiltInScalar.isInt(value)) {
            return negative ? NEGATIVE : INT;
        }
        if (BuiltInScalar.isLong(value)) {
            return negative ? NEGATIVE_LONG : LONG;
        }
        return negative ? NEGATIVE_FRACTION : FRACTION;
    }
}
