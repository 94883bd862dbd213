package org.fitmesh.dev.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import org.fitmesh.dev.http.Answer;
import org.fitmesh.dev.http.Fault;
import org.fitmesh.dev.http.LoopbackServer;
import org.fitmesh.dev.http.Request;

/** Takes deliveries on every path; {@code GET /deliveries} shows the last ones. */
public final class WebhookReceiver implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int KEPT = 100_000;
    private static final int SHOWN = 50;

    private final Deque<Delivery> deliveries = new ArrayDeque<>();
    private final LoopbackServer server;

    private WebhookReceiver(int port) throws IOException {
        this.server = LoopbackServer.start(port, this::answer);
    }

    /**
     * Starts a receiver.
     *
     * @param port 0 for a free one
     * @throws IOException when the port is taken
     */
    public static WebhookReceiver start(int port) throws IOException {
        return new WebhookReceiver(port);
    }

    /** The address of a path. */
    public URI address(String path) {
        return URI.create("http://localhost:" + server.port() + path);
    }

    public int port() {
        return server.port();
    }

    /** Requests that came in, those that met a fault too. */
    public int requestCount() {
        return server.requestCount();
    }

    /** The last requests (up to 500), oldest first, those that met a fault too. */
    public List<Request> requests() {
        return server.requests();
    }

    /** What was taken, oldest first. */
    public List<Delivery> deliveries() {
        synchronized (deliveries) {
            return List.copyOf(deliveries);
        }
    }

    /** What was taken on one path, oldest first. */
    public List<Delivery> deliveries(String path) {
        return deliveries().stream().filter(delivery -> delivery.path().equals(path)).toList();
    }

    /** Plays a fault for the next requests, or for those of its path. */
    public void fault(Fault fault) {
        server.fault(fault);
    }

    public void clearFaults() {
        server.clearFaults();
    }

    /** Forgets deliveries, requests and faults. */
    public void reset() {
        server.clearFaults();
        server.clearRequests();
        synchronized (deliveries) {
            deliveries.clear();
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private Answer answer(Request request) {
        if (request.method().equals("GET") && request.path().equals("/deliveries")) return shown();
        if (!request.method().equals("POST")) return Answer.text(405, "only POST is supported\n");
        var delivery =
                new Delivery(Instant.now(), request.path(), request.headers(), request.body());
        synchronized (deliveries) {
            deliveries.addLast(delivery);
            if (deliveries.size() > KEPT) deliveries.removeFirst();
        }
        return Answer.json(200, "{\"message\":\"thanks\"}");
    }

    private Answer shown() {
        List<Delivery> last = new ArrayList<>(deliveries());
        Collections.reverse(last);
        ArrayNode list = JSON.createArrayNode();
        for (Delivery delivery : last.subList(0, Math.min(SHOWN, last.size()))) {
            ObjectNode entry = list.addObject();
            entry.put("time", delivery.time().toString()).put("path", delivery.path());
            ObjectNode headers = entry.putObject("headers");
            delivery.headers().forEach(headers::put);
            entry.set("body", parsed(delivery.body()));
        }
        return Answer.json(200, list.toPrettyString() + "\n");
    }

    private static JsonNode parsed(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            return TextNode.valueOf(body);
        }
    }
}
