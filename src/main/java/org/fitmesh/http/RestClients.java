package org.fitmesh.http;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.rest.client.RestClientBuilder;

/**
 * The server's MicroProfile REST client, built by hand: {@code @RestClient} injection does not
 * survive a server restart on some versions of Payara, and the addresses are known only at run
 * time.
 */
public final class RestClients {
    /** Without it a status of 400 and above becomes an exception, whose body is lost. */
    private static final String NO_MAPPER = "microprofile.rest.client.disable.default.mapper";

    private RestClients() {}

    /**
     * A builder of a client that follows no redirects, which would carry the configured secrets
     * elsewhere.
     *
     * @param connect how long connecting may take
     * @param read how long one read may take; see {@link ReplyBody} for the whole
     */
    public static RestClientBuilder builder(URI address, Duration connect, Duration read) {
        return RestClientBuilder.newBuilder()
                .baseUri(address)
                .connectTimeout(connect.toMillis(), TimeUnit.MILLISECONDS)
                .readTimeout(read.toMillis(), TimeUnit.MILLISECONDS)
                .followRedirects(false)
                .property(NO_MAPPER, true);
    }

    /** Gives a client's connections back. */
    public static void close(Closeable client) {
        try {
            client.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is behind a failure, which the client wraps. */
    public static Throwable rootOf(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        return root;
    }
}
