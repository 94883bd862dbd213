package org.fitmesh.remote;

import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.Response;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.fitmesh.error.RequestException;
import org.fitmesh.http.JsonEndpoint;
import org.fitmesh.http.JsonRequest;
import org.fitmesh.http.JsonRequestFilter;
import org.fitmesh.http.ReplyBody;
import org.fitmesh.http.RestClients;
import org.fitmesh.metadata.RemoteSchemaDefinition;
import org.fitmesh.telemetry.RemoteCalls;

/**
 * Sends requests to one remote, through the server's MicroProfile REST client. Made once per remote
 * and used by all requests; safe for threads.
 *
 * <p>The definition's timeout bounds the connecting, the wait for the reply and the reading of its
 * body, each; redirects are not followed, because a redirect would carry the configured secrets
 * elsewhere.
 *
 * <p>On Payara the REST client stands on the JDK's {@code HttpURLConnection}, which sends a POST a
 * second time when the connection breaks before the reply, unless the JVM is started with {@code
 * -Dsun.net.http.retryPost=false}. Servers should be: a remote mutation must not run twice.
 */
public final class RemoteClient implements AutoCloseable {
    /** The largest reply that is read, in bytes. */
    public static final int MAX_REPLY_BYTES = 32 * 1024 * 1024;

    private final RemoteEndpoint endpoint;
    private final JsonEndpoint proxy;

    private final RemoteCalls calls;
    private final RemoteOutcomes outcomes = new RemoteOutcomes();

    private RemoteClient(RemoteEndpoint endpoint, JsonEndpoint proxy, RemoteCalls calls) {
        this.endpoint = endpoint;
        this.proxy = proxy;
        this.calls = calls;
    }

    /**
     * A client for that remote; connects only when first used.
     *
     * @param settings looks up the settings that the definition names
     * @param calls is told of each request
     * @throws RequestException invalid-configuration when a setting is missing or the address is
     *     none
     */
    public static RemoteClient of(
            RemoteSchemaDefinition definition,
            Function<String, Optional<String>> settings,
            RemoteCalls calls) {
        RemoteEndpoint endpoint = RemoteEndpoint.resolve(definition, settings);
        Duration timeout = endpoint.timeout();
        if (timeout.isZero()) {
            // Zero would be no bound at all.
            timeout = Duration.ofMillis(1);
        }
        JsonEndpoint proxy =
                RestClients.builder(endpoint.address(), timeout, timeout)
                        .register(new JsonRequestFilter())
                        .build(JsonEndpoint.class);
        return new RemoteClient(endpoint, proxy, calls);
    }

    /** How long connecting, waiting for a reply and reading its body may take, each. */
    public Duration timeout() {
        return endpoint.timeout();
    }

    /**
     * Sends one request and reads the whole reply.
     *
     * @param body a GraphQL request as JSON in UTF-8
     * @return the body of a reply with a status of 2xx or 400 (which may carry GraphQL errors)
     * @throws RequestException remote-schema-error when the remote cannot be reached, takes too
     *     long, or answers with another status
     */
    public byte[] send(byte[] body, Caller caller) {
        try (RemoteCalls.Call call = calls.begin(endpoint.name(), endpoint.address())) {
            Map<String, String> headers = RemoteHeaders.of(endpoint, caller);
            headers.putAll(call.headers());
            byte[] reply = exchange(new JsonRequest(body, headers));
            call.succeeded();
            outcomes.answered();
            return reply;
        } catch (RequestException e) {
            outcomes.failed(e);
            throw e;
        }
    }

    /** What came of the requests so far, those for the types among them. */
    public RemoteOutcomes outcomes() {
        return outcomes;
    }

    /** The host, with the port where it is not the usual one. */
    String host() {
        URI address = endpoint.address();
        return address.getPort() < 0
                ? address.getHost()
                : address.getHost() + ":" + address.getPort();
    }

    private byte[] exchange(JsonRequest request) {
        try (Response response = proxy.post(request)) {
            return read(response);
        } catch (ProcessingException | UncheckedIOException | IllegalStateException e) {
            throw RemoteFailure.unreachable(endpoint, e);
        }
    }

    private byte[] read(Response response) {
        byte[] reply = ReplyBody.read(response, endpoint.timeout(), MAX_REPLY_BYTES);
        int status = response.getStatus();
        if (reply.length > MAX_REPLY_BYTES) {
            throw RemoteFailure.tooLarge(endpoint, MAX_REPLY_BYTES);
        }
        if ((status < 200 || status > 299) && status != 400) {
            throw RemoteFailure.status(endpoint, status, reply);
        }
        return reply;
    }

    @Override
    public void close() {
        RestClients.close(proxy);
    }
}
