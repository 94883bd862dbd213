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
 * @param millis how long DELAY waits before it answers, HANG before it drops the connection,
 *     CLOSE_IDLE after its answer; of TOO_MANY_REQUESTS the Retry-After
 * @param path whose requests it hits; empty for all
 */
public record Fault(Kind kind, int times, long millis, String path) {

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
        /** HTTP 301 to the path {@code /moved}. */
        REDIRECT("301"),
        /** Bytes that are no HTTP. */
        GARBAGE("garbage"),
        /** The right answer's head, and then nothing for a long time. */
        HALF("half"),
        /** The right answer, and then the connection is closed without having said so. */
        CLOSE_IDLE("close"),
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

    /** A fault on every path. */
    public Fault(Kind kind, int times, long millis) {
        this(kind, times, millis, "");
    }

    /** A fault for one request. */
    public static Fault once(Kind kind) {
        return new Fault(kind, 1, usualMillis(kind), "");
    }

    /** A fault until cleared. */
    public static Fault always(Kind kind) {
        return new Fault(kind, -1, usualMillis(kind), "");
    }

    private static long usualMillis(Kind kind) {
        return switch (kind) {
            case HANG, HALF -> 60_000;
            case CLOSE_IDLE -> 0;
            default -> 1_000;
        };
    }

    /** The same fault for another number of requests. */
    public Fault times(int number) {
        return new Fault(kind, number, millis, path);
    }

    /** The same fault with another time. */
    public Fault millis(long time) {
        return new Fault(kind, times, time, path);
    }

    /** The same fault for requests to that path alone. */
    public Fault on(String onePath) {
        return new Fault(kind, times, millis, onePath);
    }

    boolean hits(Request request) {
        return path.isEmpty() || path.equals(request.path());
    }

    /**
     * Reads {@code {"kind": …, "times": n, "millis": m, "path": …}}; {@code times} is 1 when left
     * out.
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
                    fault.path("millis").asLong(usual.millis),
                    fault.path("path").asText(""));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not JSON", e);
        }
    }
}
