package org.fitmesh.event.delivery;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.nio.charset.StandardCharsets;

/** The body of a delivery, as Hasura writes it. The payload is taken over as it is. */
final class DeliveryBody {
    private static final int USUAL_FRAME = 320;

    private DeliveryBody() {}

    static byte[] of(ClaimedEvent event, int maxRetries) {
        StringBuilder json = new StringBuilder(USUAL_FRAME + event.payload().length());
        json.append("{\"id\":\"").append(event.id());
        json.append("\",\"created_at\":\"").append(event.createdAt());
        json.append("\",\"table\":{\"schema\":");
        text(json, event.table().schema());
        json.append(",\"name\":");
        text(json, event.table().name());
        json.append("},\"trigger\":{\"name\":");
        text(json, event.trigger());
        json.append("},\"delivery_info\":{\"current_retry\":").append(event.tries());
        json.append(",\"max_retries\":").append(maxRetries);
        json.append("},\"event\":").append(event.payload()).append('}');
        return json.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void text(StringBuilder json, String text) {
        json.append('"');
        JsonStringEncoder.getInstance().quoteAsString(text, json);
        json.append('"');
    }
}
