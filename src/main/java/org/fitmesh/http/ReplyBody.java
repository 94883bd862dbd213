package org.fitmesh.http;

import jakarta.ws.rs.core.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.SocketTimeoutException;
import java.time.Duration;

/** The body of a reply, within bounds. */
public final class ReplyBody {
    private static final int PART_BYTES = 16 * 1024;

    private ReplyBody() {}

    /**
     * Reads it.
     *
     * @param timeout of the reading
     * @param most bytes that it may be long; of a longer one only the beginning is read, which is
     *     longer than that too
     * @throws UncheckedIOException when it takes too long or breaks off
     */
    public static byte[] read(Response response, Duration timeout, int most) {
        if (!response.hasEntity()) {
            return new byte[0];
        }
        try (InputStream in = response.readEntity(InputStream.class)) {
            return read(in, timeout, most);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] read(InputStream in, Duration timeout, int most) throws IOException {
        long end = System.nanoTime() + timeout.toNanos();
        ByteArrayOutputStream reply = new ByteArrayOutputStream();
        byte[] part = new byte[PART_BYTES];
        for (int length = in.read(part); length >= 0; length = in.read(part)) {
            reply.write(part, 0, length);
            if (reply.size() > most) {
                break;
            }
            // The socket's timeout is for one read; a trickle would pass it for ever.
            if (System.nanoTime() - end > 0) {
                throw new SocketTimeoutException("the reply takes too long");
            }
        }
        return reply.toByteArray();
    }
}
