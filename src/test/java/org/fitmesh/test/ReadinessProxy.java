package org.fitmesh.test;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Spreads requests over the nodes that say that they are ready, in turn. It sends nothing twice:
 * what a node fails is failed for the client.
 */
final class ReadinessProxy implements AutoCloseable {
    /** The node that a request was sent to, in an answer to the client. */
    static final String NODE = "x-node";

    private static final int POLL_MILLIS = 100;

    /** Less than a node takes requests for after it was told to stop. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final List<String> nodes;
    private final Set<String> ready = ConcurrentHashMap.newKeySet();
    private final AtomicInteger turn = new AtomicInteger();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(2);
    private final HttpServer server;

    private ReadinessProxy(List<String> nodes) throws IOException {
        this.nodes = nodes;
        this.server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
    }

    /**
     * Starts it on a free port.
     *
     * @param nodes their addresses, without a slash at the end
     */
    static ReadinessProxy start(List<String> nodes) throws IOException {
        ReadinessProxy proxy = new ReadinessProxy(nodes);
        proxy.server.createContext("/", proxy::forward);
        proxy.server.setExecutor(proxy.threads);
        proxy.server.start();
        for (String node : nodes) {
            var unused =
                    proxy.timer.scheduleWithFixedDelay(
                            () -> proxy.probe(node), 0, POLL_MILLIS, TimeUnit.MILLISECONDS);
        }
        return proxy;
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    boolean isReady(String node) {
        return ready.contains(node);
    }

    private void probe(String node) {
        HttpRequest probe =
                HttpRequest.newBuilder(URI.create(node + "/health/ready"))
                        .timeout(PATIENCE)
                        .build();
        try {
            int status = client.send(probe, BodyHandlers.discarding()).statusCode();
            note(node, status == 200);
        } catch (IOException e) {
            note(node, false);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void note(String node, boolean isReady) {
        if (isReady) {
            ready.add(node);
        } else {
            ready.remove(node);
        }
    }

    private void forward(HttpExchange exchange) throws IOException {
        try (exchange) {
            answer(exchange);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        try {
            byte[] body = exchange.getRequestBody().readAllBytes();
            String node = next();
            exchange.getResponseHeaders().set(NODE, node);
            HttpRequest.Builder request =
                    HttpRequest.newBuilder(URI.create(node + exchange.getRequestURI()))
                            .method(exchange.getRequestMethod(), BodyPublishers.ofByteArray(body));
            String secret = exchange.getRequestHeaders().getFirst("x-hasura-admin-secret");
            if (secret != null) request.header("x-hasura-admin-secret", secret);
            HttpResponse<byte[]> answer = client.send(request.build(), BodyHandlers.ofByteArray());
            reply(exchange, answer.statusCode(), answer.body());
        } catch (IOException | IllegalStateException e) {
            reply(exchange, 502, e.toString().getBytes(StandardCharsets.UTF_8));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void reply(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    private String next() {
        int first = turn.getAndIncrement();
        for (int i = 0; i < nodes.size(); i++) {
            String node = nodes.get(Math.floorMod(first + i, nodes.size()));
            if (ready.contains(node)) return node;
        }
        throw new IllegalStateException("no node is ready");
    }

    @Override
    public void close() {
        timer.shutdownNow();
        server.stop(0);
        threads.shutdownNow();
    }
}
