package org.fitmesh.dev.server;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A port that nobody listens on. It is below those that systems give to outgoing connections (from
 * 32768 on Linux, 49152 elsewhere): one of these could be taken by a connection until the server is
 * there that it was meant for.
 */
public final class FreePort {
    private static final int LOWEST = 10_000;
    private static final int BEYOND = 32_000;
    private static final int TRIES = 1_000;

    private FreePort() {}

    /**
     * Any of them.
     *
     * @throws IOException when a thousand were all in use
     */
    public static int any() throws IOException {
        for (int i = 0; i < TRIES; i++) {
            int port = ThreadLocalRandom.current().nextInt(LOWEST, BEYOND);
            if (isFree(port)) {
                return port;
            }
        }
        throw new IOException("no free port from " + LOWEST + " to " + BEYOND);
    }

    /** Whether nobody listens there. */
    public static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port)) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
