package org.fitmesh.dev.webhook;

import java.time.Instant;
import java.util.Map;

/**
 * A delivery as it came in.
 *
 * @param time when it was read
 * @param headers names in lower case
 */
public record Delivery(Instant time, String path, Map<String, String> headers, String body) {

    private static final int UUID_LENGTH = 36;
    private static final String ID = "\"id\":\"";

    /** The event's id; empty when the body is no delivery. */
    public String id() {
        int start = body.indexOf(ID) + ID.length();
        boolean there = start >= ID.length() && body.length() >= start + UUID_LENGTH;
        return there ? body.substring(start, start + UUID_LENGTH) : "";
    }
}
