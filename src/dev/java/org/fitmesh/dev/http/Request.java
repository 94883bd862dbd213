package org.fitmesh.dev.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/**
 * One HTTP request as it came in.
 *
 * @param method in capitals
 * @param path the part before the question mark, as sent
 * @param query the part after it, as sent; empty when there is none
 * @param headers names in lower case; of a repeated header the last value
 * @param body the body read as UTF-8; empty when there is none
 */
public record Request(
        String method, String path, String query, Map<String, String> headers, String body) {

    /** A header's value by its name in lower case. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /** A query parameter's decoded value; the first one when it is repeated. */
    public Optional<String> parameter(String name) {
        for (String pair : query.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals < 0 || !decode(pair.substring(0, equals)).equals(name)) continue;
            return Optional.of(decode(pair.substring(equals + 1)));
        }
        return Optional.empty();
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
