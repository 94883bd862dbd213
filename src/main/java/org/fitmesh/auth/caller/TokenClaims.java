package org.fitmesh.auth.caller;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.jwt.Claims;

/**
 * What a verified token says, in the types of MicroProfile JWT: those of {@link Claims}, and JSON
 * values for all other claims and where a value has another type than expected.
 */
final class TokenClaims {
    /** Looking for the server's JSON provider takes a millisecond on Payara: it is done once. */
    private static final JsonReaderFactory READERS = Json.createReaderFactory(Map.of());

    private final Map<String, Object> values;

    private TokenClaims(Map<String, Object> values) {
        this.values = Collections.unmodifiableMap(values);
    }

    /**
     * @param token whose signature was right
     */
    static TokenClaims of(String token) {
        Map<String, Object> values = new LinkedHashMap<>();
        payload(token)
                .forEach(
                        (name, value) -> {
                            if (value != JsonValue.NULL) {
                                values.put(name, typed(name, value));
                            }
                        });
        values.put(Claims.raw_token.name(), token);
        return new TokenClaims(values);
    }

    Map<String, Object> values() {
        return values;
    }

    private static JsonObject payload(String token) {
        String part = token.substring(token.indexOf('.') + 1, token.lastIndexOf('.'));
        byte[] json = Base64.getUrlDecoder().decode(part);
        try (JsonReader reader =
                READERS.createReader(new ByteArrayInputStream(json), StandardCharsets.UTF_8)) {
            return reader.readObject();
        }
    }

    private static Object typed(String name, JsonValue value) {
        Class<?> type = type(name);
        if (type == String.class && value instanceof JsonString text) {
            return text.getString();
        }
        if (type == Long.class && value instanceof JsonNumber number) {
            return number.longValue();
        }
        if (type == Boolean.class && (value == JsonValue.TRUE || value == JsonValue.FALSE)) {
            return value == JsonValue.TRUE;
        }
        return type == Set.class ? texts(value) : value;
    }

    private static Class<?> type(String name) {
        for (Claims claim : Claims.values()) {
            if (claim.name().equals(name)) {
                return claim.getType();
            }
        }
        return JsonValue.class;
    }

    /** One text counts as a list of one (RFC 7519 section 4.1.3). */
    private static Object texts(JsonValue value) {
        if (value instanceof JsonString text) {
            return Set.of(text.getString());
        }
        if (!(value instanceof JsonArray list)) {
            return value;
        }
        Set<String> texts = new LinkedHashSet<>();
        for (JsonValue one : list) {
            if (!(one instanceof JsonString text)) {
                return value;
            }
            texts.add(text.getString());
        }
        return Collections.unmodifiableSet(texts);
    }
}
