package org.fitmesh.catalog;

import java.util.HexFormat;

/** A value of a key column as the text that PostgreSQL reads. */
final class KeyText {
    private KeyText() {}

    static String of(Object value) {
        if (value instanceof byte[] bytes) {
            return "\\x" + HexFormat.of().formatHex(bytes);
        }
        // Numbers, UUIDs, booleans and the dates of java.time and java.sql print as PostgreSQL
        // reads.
        return value.toString();
    }
}
