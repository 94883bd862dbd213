package org.fitmesh.dev.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Arrays;

/**
 * A failure that a stand-in plays for its next requests.
 *
 * @param kind what happens
 * @param times for how many requests; negative: until cleared
 * @param millis how long DELAY waits before it answers, HANG before it drops the connection
 */
public record Fault(Kind kind, int times, long millis) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The failures, with their names on the wire. */
    public enum Kind {
        /** The right answer, late. */
        DELAY("delay"),
        /** HTTP 500 with a JSON error. */
        SERVER_ERROR("500"),
        /** HTTP 200 with a page instead of JSON, as a proxy sends it. */
        HTML("html"),
        /** The connection is reset before an answer. */
        RESET("reset"),
        /** HTTP 429 with Retry-After. */
        TOO_MANY_REQUESTS("429"),
        /** No answer for a long time, then the connection is closed. */
        HANG("hang");

        private final String wireName;

        Kind(String wireName) {
            this.wireName = wireName;
        }

        static Kind named(String name) {
            return Arrays.stream(values())
                    .filter(kind -> kind.wireName.equals(name))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("unknown kind: " + name));
        }
    }

    /** A fault for one request. */
    public static Fault once(Kind kind) {
        return new Fault(kind, 1, kind == Kind.HANG ? 60_000 : 1_000);
    }

    /** A fault until cleared. */
    public static Fault always(Kind kind) {
        return new Fault(kind, -1, kind == Kind.HANG ? 60_000 : 1_000);
    }

    /**
     * Reads {@code {"kind": …, "times": n, "millis": m}}; {@code times} is 1 when left out.
     *
     * @throws IllegalArgumentException when it is not such an object
     */
    static Fault parse(String body) {
        try {
            JsonNode fault = JSON.readTree(body);
            Kind kind = Kind.named(fault.path("kind").asText());
            Fault usual = once(kind);
            return new Fault(
                    kind,
                    fault.path("times").asInt(usual.times),
                    fault.path("millis").asLong(usual.millis));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not JSON", e);
        }
    }
}
