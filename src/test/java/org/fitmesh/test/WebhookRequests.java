package org.fitmesh.test;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.fitmesh.dev.webhook.Delivery;
import org.fitmesh.dev.webhook.WebhookReceiver;

/**
 * What the receiver of webhooks got during a step: a list of
 *
 * <ul>
 *   <li>{@code path}
 *   <li>{@code body}: the JSON; keys that are not named may be there
 *   <li>{@code headers}: by name in lower case; null for one that must not be there
 * </ul>
 *
 * @param before how many requests it had taken when the step began
 */
record WebhookRequests(WebhookReceiver receiver, int before) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static WebhookRequests from(WebhookReceiver receiver) {
        return new WebhookRequests(receiver, receiver.deliveries().size());
    }

    void check(JsonNode expected) {
        List<Delivery> all = receiver.deliveries();
        List<Delivery> got = all.subList(before, all.size());
        assertThat(got).as("requests to the webhook").hasSize(expected.size());
        for (int i = 0; i < got.size(); i++) {
            check(got.get(i), expected.get(i));
        }
    }

    private static void check(Delivery got, JsonNode expected) {
        assertThat(got.path()).isEqualTo(expected.path("path").asText(got.path()));
        JsonNode body = parsed(got.body());
        for (var part : expected.path("body").properties()) {
            assertThat(body.path(part.getKey())).as(got.body()).isEqualTo(part.getValue());
        }
        for (var header : expected.path("headers").properties()) {
            String value = header.getValue().isNull() ? null : header.getValue().asText();
            assertThat(got.headers().get(header.getKey())).as(header.getKey()).isEqualTo(value);
        }
    }

    private static JsonNode parsed(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw new AssertionError(body, e);
        }
    }
}
