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
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.fitmesh.dev.http.Answer;
import org.fitmesh.dev.http.Fault;
import org.fitmesh.dev.http.LoopbackServer;
import org.fitmesh.dev.http.Request;

/**
 * Takes deliveries on every path; {@code GET /deliveries} shows the last ones. {@code POST
 * /_standin/answer} with {@code {"status": s, "body": "…", "path": "/hook"}} says what it answers
 * from then on, to that path or to all others; {@code DELETE} makes it thank again.
 */
public final class WebhookReceiver implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int KEPT = 100_000;
    private static final int SHOWN = 50;
    private static final String ANSWER = LoopbackServer.CONTROL + "answer";
    private static final Answer THANKS = Answer.json(200, "{\"message\":\"thanks\"}");

    private final Deque<Delivery> deliveries = new ArrayDeque<>();
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
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

    /**
     * What is answered from now on, until it is reset.
     *
     * @param path empty for all that have no answer of their own
     */
    public void answer(String path, int status, String body) {
        answers.put(path, Answer.json(status, body));
    }

    /** Thanks for everything again. */
    public void clearAnswers() {
        answers.clear();
    }

    /** Forgets deliveries, requests, faults and answers. */
    public void reset() {
        answers.clear();
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
        if (request.path().equals(ANSWER)) return answering(request);
        if (!request.method().equals("POST")) return Answer.text(405, "only POST is supported\n");
        var delivery =
                new Delivery(Instant.now(), request.path(), request.headers(), request.body());
        synchronized (deliveries) {
            deliveries.addLast(delivery);
            if (deliveries.size() > KEPT) deliveries.removeFirst();
        }
        Answer ofAll = answers.getOrDefault("", THANKS);
        return answers.getOrDefault(request.path(), ofAll);
    }

    private Answer answering(Request request) {
        if (request.method().equals("DELETE")) {
            clearAnswers();
            return THANKS;
        }
        JsonNode wanted = parsed(request.body());
        answer(
                wanted.path("path").asText(),
                wanted.path("status").asInt(200),
                wanted.path("body").asText());
        return THANKS;
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
