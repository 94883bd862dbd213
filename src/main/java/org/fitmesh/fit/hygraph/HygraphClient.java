package org.fitmesh.fit.hygraph;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.fitmesh.config.Secret;
import org.fitmesh.http.ReplyBody;
import org.fitmesh.http.RestClients;
import org.fitmesh.http.RetryAfter;

/**
 * Sends GraphQL requests to Hygraph, through the server's MicroProfile REST client. The engine's
 * client of remote schemas tells nothing of {@code Retry-After}, which counts here.
 *
 * <p>On Payara the JDK's {@code HttpURLConnection} sends a POST again when the connection breaks
 * before the reply; as the numbers are absolute, that changes nothing.
 */
public final class HygraphClient implements AutoCloseable {
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final int LARGEST_REPLY_BYTES = 4 * 1024 * 1024;
    private static final int EXCERPT_CHARS = 200;

    /** A longer Retry-After is a mistake, or nothing to sit out. */
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HygraphEndpoint proxy;
    private final Optional<Secret> authorization;
    private final Duration timeout;

    /**
     * A client; connects only when first used.
     *
     * @param authorization the token, with or without {@code Bearer } before it
     * @param timeout of the wait for the reply, and of the reading of its body
     */
    public HygraphClient(URI address, Optional<Secret> authorization, Duration timeout) {
        this.authorization = authorization.map(HygraphClient::withScheme);
        this.timeout = timeout;
        this.proxy = RestClients.builder(address, CONNECT, timeout).build(HygraphEndpoint.class);
    }

    /** Sends one request and reads the reply; does not throw. */
    public HygraphReply send(JsonNode request) {
        try (Response response = proxy.post(token(), JSON.writeValueAsBytes(request))) {
            byte[] body = ReplyBody.read(response, timeout, LARGEST_REPLY_BYTES);
            if (body.length > LARGEST_REPLY_BYTES) {
                return failure("its answer is too large");
            }
            return read(response.getStatus(), retryAfter(response), body);
        } catch (ProcessingException
                | UncheckedIOException
                | JsonProcessingException
                | IllegalStateException e) {
            return failure(
                    "it does not answer: " + RestClients.rootOf(e).getClass().getSimpleName());
        }
    }

    private String token() {
        return authorization.map(Secret::reveal).orElse(null);
    }

    private static Secret withScheme(Secret token) {
        String text = token.reveal().strip();
        return new Secret(text.contains(" ") ? text : "Bearer " + text);
    }

    /** A status of 400 may carry GraphQL errors. */
    private static HygraphReply read(int status, Duration retryAfter, byte[] body)
            throws JsonProcessingException {
        if ((status < 200 || status > 299) && status != 400) {
            return new HygraphReply.Failure("it answers with status " + status, false, retryAfter);
        }
        JsonNode reply;
        try {
            reply = JSON.readTree(body);
        } catch (IOException e) {
            return failure("its answer is no JSON");
        }
        JsonNode errors = reply.path("errors");
        if (reply.path("data").isObject()) {
            return new HygraphReply.Data(reply.get("data"), errors);
        }
        if (errors.isArray() && !errors.isEmpty()) {
            String message = errors.path(0).path("message").asText();
            return new HygraphReply.Failure("it refuses: " + excerpt(message), true, Duration.ZERO);
        }
        return failure("its answer is no GraphQL");
    }

    private static Duration retryAfter(Response response) {
        return Optional.ofNullable(response.getHeaderString(HttpHeaders.RETRY_AFTER))
                .flatMap(header -> RetryAfter.parse(header, Instant.now(), LONGEST_PAUSE))
                .orElse(Duration.ZERO);
    }

    /** On one line, and not endless: for a log. */
    private static String excerpt(String text) {
        String line = text.replaceAll("\\p{Cntrl}", " ");
        return line.substring(0, Math.min(line.length(), EXCERPT_CHARS));
    }

    private static HygraphReply.Failure failure(String reason) {
        return new HygraphReply.Failure(reason, false, Duration.ZERO);
    }

    @Override
    public void close() {
        RestClients.close(proxy);
    }
}
