package org.fitmesh.test;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A port in front of another one, which can be closed, and can swallow what is sent. */
final class Relay implements AutoCloseable {
    private static final int BUFFER = 16 * 1024;

    private final int port;
    private final int target;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final Object silence = new Object();
    private boolean silent;
    private ServerSocket server;

    /** Closed until {@link #open}; connections are refused. */
    Relay(int port, int target) {
        this.port = port;
        this.target = target;
    }

    int port() {
        return port;
    }

    void open() throws IOException {
        server = new ServerSocket(port, 100, InetAddress.getLoopbackAddress());
        start(() -> accept(server));
    }

    /** Connections are taken, and nothing passes; what was sent meanwhile passes afterwards. */
    void swallow(boolean on) {
        synchronized (silence) {
            silent = on;
            silence.notifyAll();
        }
    }

    /** Breaks all connections off, and refuses new ones. */
    @Override
    public void close() throws IOException {
        if (server != null) server.close();
        for (Socket socket : sockets) socket.close();
        sockets.clear();
        swallow(false);
    }

    private void accept(ServerSocket from) {
        try {
            while (true) {
                Socket client = from.accept();
                Socket database = new Socket(InetAddress.getLoopbackAddress(), target);
                sockets.add(client);
                sockets.add(database);
                start(() -> copy(client, database));
                start(() -> copy(database, client));
            }
        } catch (IOException e) {
            // Closed.
        }
    }

    private void copy(Socket from, Socket to) {
        byte[] buffer = new byte[BUFFER];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
                awaitSound();
                out.write(buffer, 0, length);
            }
        } catch (IOException e) {
            // One side has ended.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            sockets.remove(from);
            sockets.remove(to);
        }
    }

    private void awaitSound() throws InterruptedException {
        synchronized (silence) {
            while (silent) silence.wait();
        }
    }

    private static void start(Runnable task) {
        Thread thread = new Thread(task, "relay");
        thread.setDaemon(true);
        thread.start();
    }
}
