package org.fitmesh.auth.jwt;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/**
 * An issuer's {@code jwk_url}. It is read with {@link HttpURLConnection}, which needs no thread of
 * its own, where {@code java.net.http} starts a pool.
 */
final class JwkSetEndpoint {
    private static final int LARGEST_ANSWER = 512 * 1024;

    private final URI url;
    private final Duration connectTimeout;
    private final Duration readTimeout;

    /** An endpoint that is given five seconds, two of them to connect. */
    JwkSetEndpoint(URI url) {
        this(url, Duration.ofSeconds(2), Duration.ofSeconds(3));
    }

    JwkSetEndpoint(URI url, Duration connectTimeout, Duration readTimeout) {
        this.url = url;
        this.connectTimeout = connectTimeout;
        this.readTimeout = readTimeout;
    }

    /**
     * An answer.
     *
     * @param cacheControl the header
     * @param expires the header
     */
    record Answer(KeySet keys, Optional<String> cacheControl, Optional<String> expires) {}

    /** No keys could be had; the message is for the log. */
    static final class FetchException extends Exception {
        private static final long serialVersionUID = 1L;

        FetchException(String message) {
            super(message, null, false, false);
        }
    }

    Answer fetch() throws FetchException {
        try {
            HttpURLConnection connection = (HttpURLConnection) url.toURL().openConnection();
            try {
                return answer(connection);
            } finally {
                connection.disconnect();
            }
        } catch (IOException e) {
            throw new FetchException(e.toString());
        }
    }

    private Answer answer(HttpURLConnection connection) throws IOException, FetchException {
        connection.setConnectTimeout((int) connectTimeout.toMillis());
        connection.setReadTimeout((int) readTimeout.toMillis());
        connection.setInstanceFollowRedirects(false);
        connection.setUseCaches(false);
        connection.setRequestProperty("Accept", "application/json");
        // Kept connections have a thread of the JDK that closes them.
        connection.setRequestProperty("Connection", "close");
        int status = connection.getResponseCode();
        if (status != HttpURLConnection.HTTP_OK) {
            throw new FetchException("the answer has HTTP status " + status);
        }
        return new Answer(
                JwkSet.parse(body(connection)),
                Optional.ofNullable(connection.getHeaderField("Cache-Control")),
                Optional.ofNullable(connection.getHeaderField("Expires")));
    }

    private String body(HttpURLConnection connection) throws IOException, FetchException {
        long end = System.nanoTime() + readTimeout.toNanos();
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        byte[] part = new byte[8192];
        try (InputStream in = connection.getInputStream()) {
            for (int length = in.read(part); length >= 0; length = in.read(part)) {
                body.write(part, 0, length);
                if (body.size() > LARGEST_ANSWER) {
                    throw new FetchException("the answer is longer than 512 KiB");
                }
                // The socket's timeout is for one read; a trickle would pass it for ever.
                if (System.nanoTime() > end) {
                    throw new FetchException("the answer takes too long");
                }
            }
        }
        return body.toString(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return shown(url);
    }

    /** Without query and user info, which may hold a secret. */
    static String shown(URI url) {
        return url.getScheme()
                + "://"
                + url.getHost()
                + (url.getPort() < 0 ? "" : ":" + url.getPort())
                + url.getPath();
    }
}
