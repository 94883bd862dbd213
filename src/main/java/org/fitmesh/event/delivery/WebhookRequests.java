package org.fitmesh.event.delivery;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.fitmesh.config.Secret;
import org.fitmesh.config.SigningKey;
import org.fitmesh.config.SpokenVersion;
import org.fitmesh.event.ActiveTrigger;
import org.fitmesh.event.ActiveTrigger.Target;
import org.fitmesh.event.delivery.ClaimedEvent.Trace;
import org.fitmesh.metadata.ConfiguredHeader;

/** Makes the requests of one trigger. What they have in common is made once. */
final class WebhookRequests {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern TRACE_ID = Pattern.compile("[0-9a-f]{32}");
    private static final Pattern SHORT_TRACE_ID = Pattern.compile("[0-9a-f]{16}");
    private static final Pattern SPAN_ID = Pattern.compile("[0-9a-f]{16}");
    private static final Map<String, String> STANDARD =
            Map.of(
                    "Content-Type",
                    "application/json",
                    "User-Agent",
                    "hasura-graphql-engine/" + SpokenVersion.HASURA);

    private final URI address;
    private final int maxRetries;
    private final HttpRequest.Builder start;
    private final Signature signature;
    private final String logged;

    WebhookRequests(ActiveTrigger trigger, Target.Webhook webhook) {
        this.address = webhook.address();
        this.maxRetries = trigger.definition().retry().retries();
        this.signature =
                new Signature(trigger.signingSecrets().stream().map(SigningKey::of).toList());
        this.start = HttpRequest.newBuilder(address);
        STANDARD.forEach(start::setHeader);
        for (Map.Entry<String, Secret> header : trigger.headers().entrySet()) {
            start.setHeader(header.getKey(), header.getValue().reveal());
        }
        this.logged = logged(trigger);
    }

    URI address() {
        return address;
    }

    /** The headers as the log shows them: a secret by the name of its setting. */
    String loggedHeaders() {
        return logged;
    }

    private static String logged(ActiveTrigger trigger) {
        Map<String, String> headers = new LinkedHashMap<>(STANDARD);
        for (ConfiguredHeader header : trigger.definition().headers()) {
            String name = header.name().strip();
            headers.keySet().removeIf(name::equalsIgnoreCase);
            headers.put(name, header.value().template());
        }
        ArrayNode list = JSON.createArrayNode();
        headers.forEach((name, value) -> list.addObject().put("name", name).put("value", value));
        return list.toString();
    }

    /**
     * The request that delivers the event now.
     *
     * @param trace of which it is a part
     */
    HttpRequest request(ClaimedEvent event, Trace trace) {
        byte[] body = DeliveryBody.of(event, maxRetries);
        HttpRequest.Builder request = start.copy().POST(BodyPublishers.ofByteArray(body));
        trace(trace).forEach(request::setHeader);
        signature.headers(event.id().toString(), Instant.now(), body).forEach(request::setHeader);
        return request.build();
    }

    /**
     * The trace of the change goes on in the delivery, in both of the forms that Hasura sends: <a
     * href="https://www.w3.org/TR/trace-context/">W3C</a> and <a
     * href="https://github.com/openzipkin/b3-propagation">B3</a>.
     */
    private static Map<String, String> trace(Trace trace) {
        String id = String.valueOf(trace.traceId());
        String span = String.valueOf(trace.spanId());
        String full = SHORT_TRACE_ID.matcher(id).matches() ? "0".repeat(16) + id : id;
        if (!TRACE_ID.matcher(full).matches() || !SPAN_ID.matcher(span).matches()) {
            return Map.of();
        }
        return Map.of(
                "traceparent",
                "00-" + full + "-" + span + "-01",
                "X-B3-TraceId",
                id,
                "X-B3-SpanId",
                span);
    }
}
