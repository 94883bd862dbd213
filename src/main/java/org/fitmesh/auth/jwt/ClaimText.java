package org.fitmesh.auth.jwt;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.StringJoiner;

/** The text that a claim's value has as a session variable. */
final class ClaimText {
    private ClaimText() {}

    /**
     * A string as it is, a number or boolean as in JSON, a list of these as PostgreSQL's array
     * literal (the form that permissions compare with {@code _in}), anything else as JSON.
     */
    static String of(JsonNode value) {
        if (value.isTextual()) {
            return value.textValue();
        }
        return value.isArray() && isFlat(value) ? arrayLiteral(value) : value.toString();
    }

    private static boolean isFlat(JsonNode list) {
        for (JsonNode element : list) {
            if (element.isContainerNode()) {
                return false;
            }
        }
        return true;
    }

    /** PostgreSQL 17 documentation, section 8.15.6: quoted elements need no other care. */
    private static String arrayLiteral(JsonNode list) {
        StringJoiner literal = new StringJoiner(",", "{", "}");
        for (JsonNode element : list) {
            literal.add(element.isTextual() ? quoted(element.textValue()) : bare(element));
        }
        return literal.toString();
    }

    private static String bare(JsonNode element) {
        return element.isNull() ? "NULL" : element.toString();
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
