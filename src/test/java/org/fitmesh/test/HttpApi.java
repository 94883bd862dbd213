package org.fitmesh.test;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/**
 * A server's HTTP side. No header is added to those given: not even a content type.
 *
 * @param url without a slash at the end
 */
public record HttpApi(String url) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** An HTTP answer; the body is unpacked. */
    public record Answer(int status, Map<String, List<String>> headers, String body) {

        /** The body as JSON. */
        public JsonNode json() {
            try {
                return JSON.readTree(body);
            } catch (JsonProcessingException e) {
                throw new AssertionError("not JSON: " + body, e);
            }
        }

        /** A header's values, separated by commas, by its name in lower case; may be empty. */
        public String header(String name) {
            return String.join(", ", headers.getOrDefault(name, List.of()));
        }
    }

    /** Posts a GraphQL request; {@code variables} may be null. */
    public Answer graphql(String query, JsonNode variables, Map<String, String> headers) {
        ObjectNode body = JSON.createObjectNode().put("query", query);
        if (variables != null) body.set("variables", variables);
        byte[] bytes = body.toString().getBytes(StandardCharsets.UTF_8);
        return send("POST", "/v1/graphql", bytes, headers);
    }

    /** Gets a path. */
    public Answer get(String path) {
        return send("GET", path, new byte[0], Map.of());
    }

    /** A sample of {@code /metrics} that has those labels; 0 when there is none. */
    public double metric(String name, String... labels) {
        return get("/metrics")
                .body()
                .lines()
                .filter(line -> line.startsWith(name + "{"))
                .filter(line -> List.of(labels).stream().allMatch(line::contains))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .findFirst()
                .orElse(0);
    }

    /** Sends bytes to a path. */
    public Answer send(String method, String path, byte[] body, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + path));
        headers.forEach(request::header);
        try {
            return answer(
                    CLIENT.send(
                            request.method(method, BodyPublishers.ofByteArray(body)).build(),
                            BodyHandlers.ofByteArray()));
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static Answer answer(HttpResponse<byte[]> response) throws IOException {
        boolean packed = response.headers().firstValue("content-encoding").isPresent();
        InputStream bytes = new ByteArrayInputStream(response.body());
        try (InputStream body = packed ? new GZIPInputStream(bytes) : bytes) {
            String text = new String(body.readAllBytes(), StandardCharsets.UTF_8);
            return new Answer(response.statusCode(), response.headers().map(), text);
        }
    }
}
