package org.fitmesh.plan.compile;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** What a statement gives. */
public sealed interface Result {
    /** One row with one JSON value; no row: null. */
    record Json() implements Result {
        static final Json VALUE = new Json();
    }

    /**
     * Plain rows, each of which becomes a JSON object.
     *
     * @param list whether they become a list; otherwise there is one row at most, no row: null
     */
    record Rows(boolean list, Row row) implements Result {}

    /**
     * An object.
     *
     * @param members in their order, at least one
     * @param end what comes after the last of them
     */
    record Row(List<Member> members, Text end) {}

    /** A member of an object: one or more columns of a plain row. */
    sealed interface Member {
        /** What stands before each value: its key, and what is the same in every row. */
        Text before();
    }

    /** A column, whose values come as text. */
    record Cell(Text before, Form form) implements Member {}

    /**
     * A related row.
     *
     * @param columns how many it takes: the first is null where there is no such row, all others
     *     are the members'
     */
    record Related(Text before, Row row, int columns) implements Member {}

    /** How the text of a value becomes JSON; SQL's null is null in all of them. */
    enum Form {
        /** It is JSON. */
        JSON,
        /** {@code true} or {@code false}. */
        BOOLEAN,
        /** A number as it is, but {@code NaN} and {@code Infinity} as strings. */
        NUMBER,
        /** A string. */
        STRING,
        /** A string: a time with its date, in the style ISO. */
        TIMESTAMP
    }

    /** A piece of JSON that the plan itself supplies. */
    @SuppressWarnings("ArrayRecordComponent") // it is compared by what is in it
    record Text(byte[] utf8) {
        static Text of(String text) {
            return new Text(text.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Text that && Arrays.equals(utf8, that.utf8);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(utf8);
        }

        @Override
        public String toString() {
            return new String(utf8, StandardCharsets.UTF_8);
        }
    }
}
