package org.fitmesh.catalog;

import com.fasterxml.jackson.core.io.JsonStringEncoder;

/** Texts as JSON strings. */
final class JsonText {
    private JsonText() {}

    static String quoted(String text) {
        return '"' + new String(JsonStringEncoder.getInstance().quoteAsString(text)) + '"';
    }
}
