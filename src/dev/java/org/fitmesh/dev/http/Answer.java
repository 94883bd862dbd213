package org.fitmesh.dev.http;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What an endpoint answers.
 *
 * @param status HTTP status code
 * @param contentType value of the Content-Type header
 * @param headers further headers
 * @param body sent as UTF-8
 */
public record Answer(int status, String contentType, Map<String, String> headers, String body) {

    private static final String JSON = "application/json; charset=utf-8";

    /** A JSON document with the given status. */
    public static Answer json(int status, String body) {
        return new Answer(status, JSON, Map.of(), body);
    }

    /** Text with the given status. */
    public static Answer text(int status, String body) {
        return new Answer(status, "text/plain; charset=utf-8", Map.of(), body);
    }

    /** The same answer with one more header. */
    public Answer with(String name, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Answer(status, contentType, Map.copyOf(more), body);
    }
}
