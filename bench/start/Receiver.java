import java.io.BufferedInputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A webhook receiver that is fast and writes down what comes: prints its port and runs until standard input ends.
 * A line of the log is: microseconds since 1970, path, event id, current_retry, created_at, id of the new row; with tabs.
 * The path says what is answered: /ok, /500, /429, /301, /reset, /hang, /garbage, /slow. Argument: the log.
 */
public class Receiver {
    private static final Pattern LENGTH = Pattern.compile("(?i)\r\ncontent-length: *([0-9]+)");
    private static final Pattern EVENT = Pattern.compile("^\\{\"id\": ?\"([^\"]+)\"");
    private static final Pattern CREATED = Pattern.compile("\"created_at\": ?\"([^\"]+)\"");
    private static final Pattern RETRY = Pattern.compile("\"current_retry\": ?([0-9]+)");
    private static final Pattern ROW = Pattern.compile("\"new\": ?\\{(?:.*?, ?)?\"id\": ?\"([^\"]+)\"");
    private static final String NOTHING = "-";

    private final BufferedWriter log;

    private Receiver(BufferedWriter log) {
        this.log = log;
    }

    public static void main(String[] arguments) throws IOException {
        BufferedWriter log = Files.newBufferedWriter(Path.of(arguments[0]));
        Receiver receiver = new Receiver(log);
        ExecutorService threads = Executors.newCachedThreadPool(Receiver::daemon);
        ServerSocket server = new ServerSocket(0, 1_000, InetAddress.getLoopbackAddress());
        threads.execute(() -> receiver.accept(server, threads));
        System.out.println(server.getLocalPort());
        System.in.transferTo(OutputStream.nullOutputStream());
        System.exit(0);
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task);
        thread.setDaemon(true);
        return thread;
    }

    private void accept(ServerSocket server, ExecutorService threads) {
        try {
            while (true) {
                Socket socket = server.accept();
                threads.execute(() -> serve(socket));
            }
        } catch (IOException e) {
            System.err.println("receiver: " + e.getMessage());
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(socket.getInputStream(), 16_384);
            String head = head(in);
            while (head != null) {
                String body = new String(in.readNBytes(length(head)), StandardCharsets.UTF_8);
                String path = head.split(" ", 3)[1];
                write(path, body);
                if (!answer(socket, path)) return;
                head = head(in);
            }
        } catch (IOException | InterruptedException e) {
            // The sender has gone; what it sent is in the log.
        }
    }

    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (!head.toString().endsWith("\r\n\r\n")) {
            int read = in.read();
            if (read < 0) return null;
            head.append((char) read);
            while (read != '\n') {
                read = in.read();
                if (read < 0) return null;
                head.append((char) read);
            }
        }
        return head.toString();
    }

    private static int length(String head) {
        Matcher length = LENGTH.matcher(head);
        return length.find() ? Integer.parseInt(length.group(1)) : 0;
    }

    /** Flushed each time: the log is read while deliveries come. */
    private void write(String path, String body) throws IOException {
        long micros = ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
        String line =
                String.join(
                        "\t",
                        Long.toString(micros),
                        path,
                        first(EVENT, body),
                        first(RETRY, body),
                        first(CREATED, body),
                        first(ROW, body));
        synchronized (log) {
            log.write(line);
            log.newLine();
            log.flush();
        }
    }

    private static String first(Pattern pattern, String body) {
        Matcher found = pattern.matcher(body);
        return found.find() ? found.group(1) : NOTHING;
    }

    /** False when the connection is done with. */
    private static boolean answer(Socket socket, String path) throws IOException, InterruptedException {
        switch (path.split("/")[1]) {
            case "500":
                return send(socket, "500 Internal Server Error", "");
            case "429":
                return send(socket, "429 Too Many Requests", "Retry-After: 2\r\n");
            case "301":
                return send(socket, "301 Moved Permanently", "Location: /ok/redirected\r\n");
            case "reset":
                socket.setSoLinger(true, 0);
                return false;
            case "hang":
                // Until the sender has gone: threads that sleep on would slow down what is measured next.
                socket.getInputStream().read();
                return false;
            case "garbage":
                socket.getOutputStream().write("this is no HTTP\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                return false;
            case "slow":
                Thread.sleep(200);
                return send(socket, "200 OK", "");
            default:
                return send(socket, "200 OK", "");
        }
    }

    private static boolean send(Socket socket, String status, String headers) throws IOException {
        String reply = "HTTP/1.1 " + status + "\r\n" + headers + "Content-Length: 2\r\n\r\n{}";
        socket.getOutputStream().write(reply.getBytes(StandardCharsets.US_ASCII));
        return true;
    }
}
