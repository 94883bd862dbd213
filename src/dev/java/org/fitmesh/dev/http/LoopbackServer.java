package org.fitmesh.dev.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * An HTTP server on 127.0.0.1 that counts its requests and fails on request. One daemon thread per
 * connection: it serves a developer or a test, no crowd.
 */
public final class LoopbackServer implements AutoCloseable {

    /** Where the paths for tests are: they are not counted and no fault hits them. */
    public static final String CONTROL = "/_standin/";

    private static final int BACKLOG = 200;

    private final ServerSocket listener;
    private final Endpoint endpoint;
    private final FaultQueue faults = new FaultQueue();
    private final RequestLog log = new RequestLog();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    private LoopbackServer(ServerSocket listener, Endpoint endpoint) {
        this.listener = listener;
        this.endpoint = endpoint;
    }

    /**
     * Starts a server.
     *
     * @param port 0 for a free one
     * @throws IOException when the port is taken
     */
    public static LoopbackServer start(int port, Endpoint endpoint) throws IOException {
        ServerSocket listener = new ServerSocket();
        listener.setReuseAddress(true);
        InetAddress loopback = InetAddress.getByAddress("localhost", new byte[] {127, 0, 0, 1});
        listener.bind(new InetSocketAddress(loopback, port), BACKLOG);
        LoopbackServer server = new LoopbackServer(listener, endpoint);
        server.daemon("stand-in " + server.port(), server::accept);
        return server;
    }

    public int port() {
        return listener.getLocalPort();
    }

    /** Requests since the start or the last {@link #clearRequests()}. */
    public int requestCount() {
        return log.count();
    }

    /** The last requests (up to 500), oldest first. */
    public List<Request> requests() {
        return log.requests();
    }

    public void clearRequests() {
        log.clear();
    }

    /** Plays a fault for the next requests, after those already asked for. */
    public void fault(Fault fault) {
        faults.add(fault);
    }

    /** Ends all faults, the waiting ones too. */
    public void clearFaults() {
        faults.clear();
    }

    /** Closes the port and every connection. */
    @Override
    public void close() throws IOException {
        listener.close();
        faults.clear();
        for (Socket socket : open) {
            socket.close();
        }
    }

    FaultQueue faults() {
        return faults;
    }

    RequestLog log() {
        return log;
    }

    Answer answer(Request request) {
        try {
            return endpoint.answer(request);
        } catch (RuntimeException e) {
            return Answer.text(500, e + "\n");
        }
    }

    Answer control(Request request) {
        try {
            return switch (request.method() + " " + request.path()) {
                case "GET /_standin/requests" -> Answer.json(200, log.toJson());
                case "DELETE /_standin/requests" -> done(log::clear);
                case "POST /_standin/fault" -> done(() -> fault(Fault.parse(request.body())));
                case "DELETE /_standin/fault" -> done(faults::clear);
                default -> endpoint.answer(request);
            };
        } catch (RuntimeException e) {
            return Answer.text(400, e.getMessage() + "\n");
        }
    }

    private static Answer done(Runnable change) {
        change.run();
        return Answer.json(200, "{\"message\":\"success\"}");
    }

    private void accept() {
        while (!listener.isClosed()) {
            accept(listener);
        }
    }

    private void accept(ServerSocket from) {
        try {
            Socket socket = from.accept();
            open.add(socket);
            daemon("stand-in connection", () -> serve(socket));
        } catch (IOException e) {
            // The listener was closed, or the client left before it was served.
            return;
        }
    }

    private void serve(Socket socket) {
        try {
            new Connection(socket, this).serve();
        } finally {
            open.remove(socket);
        }
    }

    private void daemon(String name, Runnable task) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
    }
}
