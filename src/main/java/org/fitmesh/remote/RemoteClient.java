package org.fitmesh.remote;

import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.eclipse.microprofile.rest.client.RestClientBuilder;
import org.fitmesh.error.RequestException;
import org.fitmesh.metadata.RemoteSchemaDefinition;

/**
 * Sends requests to one remote, through the server's MicroProfile REST client. Made once per remote
 * and used by all requests; safe for threads. Built by hand, not injected: {@code @RestClient}
 * injection does not survive a server restart on some versions of Payara, and the address is known
 * only at run time.
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

    private static final int PART_BYTES = 16 * 1024;

    /** Without it a status of 400 and above becomes an exception, whose body is lost. */
    private static final String NO_MAPPER = "microprofile.rest.client.disable.default.mapper";

    private final RemoteEndpoint endpoint;
    private final GraphQLEndpoint proxy;

    private RemoteClient(RemoteEndpoint endpoint, GraphQLEndpoint proxy) {
        this.endpoint = endpoint;
        this.proxy = proxy;
    }

    /**
     * A client for that remote; connects only when first used.
     *
     * @param settings looks up the settings that the definition names
     * @throws RequestException invalid-configuration when a setting is missing or the address is
     *     none
     */
    public static RemoteClient of(
            RemoteSchemaDefinition definition, Function<String, Optional<String>> settings) {
        RemoteEndpoint endpoint = RemoteEndpoint.resolve(definition, settings);
        long timeout = Math.max(1, endpoint.timeout().toMillis());
        GraphQLEndpoint proxy =
                RestClientBuilder.newBuilder()
                        .baseUri(endpoint.address())
                        .connectTimeout(timeout, TimeUnit.MILLISECONDS)
                        .readTimeout(timeout, TimeUnit.MILLISECONDS)
                        .followRedirects(false)
                        .property(NO_MAPPER, true)
                        .register(new RemoteRequestFilter())
                        .build(GraphQLEndpoint.class);
        return new RemoteClient(endpoint, proxy);
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
        RemoteRequest request = new RemoteRequest(body, RemoteHeaders.of(endpoint, caller));
        try (Response response = proxy.post(request)) {
            return read(response);
        } catch (ProcessingException | UncheckedIOException | IllegalStateException e) {
            throw RemoteFailure.unreachable(endpoint, e);
        }
    }

    private byte[] read(Response response) {
        byte[] reply = bytes(response);
        int status = response.getStatus();
        if (reply.length > MAX_REPLY_BYTES) {
            throw RemoteFailure.tooLarge(endpoint, MAX_REPLY_BYTES);
        }
        if ((status < 200 || status > 299) && status != 400) {
            throw RemoteFailure.status(endpoint, status, reply);
        }
        return reply;
    }

    private byte[] bytes(Response response) {
        if (!response.hasEntity()) {
            return new byte[0];
        }
        try (InputStream in = response.readEntity(InputStream.class)) {
            return bytes(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] bytes(InputStream in) throws IOException {
        long end = System.nanoTime() + endpoint.timeout().toNanos();
        ByteArrayOutputStream reply = new ByteArrayOutputStream();
        byte[] part = new byte[PART_BYTES];
        for (int length = in.read(part); length >= 0; length = in.read(part)) {
            reply.write(part, 0, length);
            if (reply.size() > MAX_REPLY_BYTES) {
                break;
            }
            // The socket's timeout is for one read; a trickle would pass it for ever.
            if (System.nanoTime() - end > 0) {
                throw new SocketTimeoutException("the reply takes too long");
            }
        }
        return reply.toByteArray();
    }

    @Override
    public void close() {
        try {
            proxy.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
