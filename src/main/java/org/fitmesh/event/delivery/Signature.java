package org.fitmesh.event.delivery;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.fitmesh.config.SigningKey;

/**
 * The headers of <a
 * href="https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md">
 * Standard Webhooks</a>: a signature of id, time and body by each key.
 */
record Signature(List<SigningKey> keys) {
    /**
     * The headers of one delivery; none without keys.
     *
     * @param id of the event, the same in each delivery of it
     * @param time of this delivery
     */
    Map<String, String> headers(String id, Instant time, byte[] body) {
        if (keys.isEmpty()) {
            return Map.of();
        }
        String seconds = Long.toString(time.getEpochSecond());
        byte[] start = (id + "." + seconds + ".").getBytes(StandardCharsets.UTF_8);
        Base64.Encoder base64 = Base64.getEncoder();
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("webhook-id", id);
        headers.put("webhook-timestamp", seconds);
        headers.put(
                "webhook-signature",
                keys.stream()
                        .map(key -> "v1," + base64.encodeToString(key.sign(start, body)))
                        .collect(Collectors.joining(" ")));
        return headers;
    }
}
