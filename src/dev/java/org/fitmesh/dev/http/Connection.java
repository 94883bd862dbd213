package org.fitmesh.dev.http;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** One client's connection: reads requests and writes answers until it ends. */
final class Connection {

    private static final String ERROR = "{\"errors\":[{\"message\":\"%s\"}],\"data\":null}";

    private final Socket socket;
    private final LoopbackServer server;

    Connection(Socket socket, LoopbackServer server) {
        this.socket = socket;
        this.server = server;
    }

    /** Serves the connection; returns when it is closed by either side. */
    void serve() {
        try (socket) {
            socket.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(socket.getInputStream());
            OutputStream out = socket.getOutputStream();
            boolean open = true;
            while (open) {
                Optional<Request> request = RequestReader.read(in, out);
                open = request.isPresent() && answer(request.get(), out);
            }
        } catch (IOException | NumberFormatException e) {
            // The client went away or sent no HTTP: there is nobody to tell.
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean answer(Request request, OutputStream out)
            throws IOException, InterruptedException {
        if (request.path().startsWith(LoopbackServer.CONTROL)) {
            return write(server.control(request), request, out);
        }
        server.log().add(request);
        Optional<Fault> fault = server.faults().next(request);
        if (fault.isEmpty()) return write(server.answer(request), request, out);
        return play(fault.get(), request, out);
    }

    private boolean play(Fault fault, Request request, OutputStream out)
            throws IOException, InterruptedException {
        switch (fault.kind()) {
            case DELAY -> {
                server.faults().pause(fault.millis());
                return write(server.answer(request), request, out);
            }
            case SERVER_ERROR -> {
                return write(Answer.json(500, ERROR.formatted("internal error")), request, out);
            }
            case HTML -> {
                String page = "<!doctype html><html><body>Please wait</body></html>";
                return write(new Answer(200, "text/html", Map.of(), page), request, out);
            }
            case TOO_MANY_REQUESTS -> {
                return write(tooManyRequests(fault.millis() / 1_000), request, out);
            }
            case RESET -> {
                // Closing with linger 0 sends RST instead of FIN.
                socket.setSoLinger(true, 0);
                return false;
            }
            case REDIRECT -> {
                Answer moved = Answer.text(301, "moved\n").with("Location", "/moved");
                return write(moved, request, out);
            }
            case GARBAGE -> {
                out.write("\0 no HTTP \u00ff\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
                out.flush();
                return false;
            }
            case HALF -> {
                out.write("HTTP/1.1 200 -\r\nContent-Length: 9\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
                out.flush();
                server.faults().pause(fault.millis());
                return false;
            }
            case CLOSE_IDLE -> {
                write(server.answer(request), request, out);
                server.faults().pause(fault.millis());
                return false;
            }
            case HANG -> {
                server.faults().pause(fault.millis());
                return false;
            }
        }
        throw new IllegalStateException(fault.toString());
    }

    /** HTTP 429 as Hygraph sends it. */
    private static Answer tooManyRequests(long seconds) {
        return Answer.json(429, ERROR.formatted("too many requests"))
                .with("Retry-After", Long.toString(seconds));
    }

    private static boolean write(Answer answer, Request request, OutputStream out)
            throws IOException {
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        StringBuilder head = new StringBuilder("HTTP/1.1 " + answer.status() + " -\r\n");
        head.append("Content-Type: ").append(answer.contentType()).append("\r\n");
        head.append("Content-Length: ").append(body.length).append("\r\n");
        answer.headers().forEach((n, v) -> head.append(n).append(": ").append(v).append("\r\n"));
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        message.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
        if (!request.method().equals("HEAD")) message.writeBytes(body);
        out.write(message.toByteArray());
        out.flush();
        return !"close".equalsIgnoreCase(request.headers().get("connection"));
    }
}
