package org.fitmesh.dev.server;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** Stands for Payara Micro where its end at boot is needed, which nobody can bring about. */
public final class EndingServer {
    private static final String STARTS = "starts";

    private EndingServer() {}

    /** How often it was started with that folder for temporary files. */
    static long starts(Path temporary) throws IOException {
        return Files.size(temporary.resolve(STARTS));
    }

    /** Called as an agent, too. */
    public static void premain(String options) {}

    /** Ends END_STARTS times for END_REASON, then serves /healthz at the port given. */
    public static void main(String[] arguments) throws IOException {
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        Files.writeString(
                temporary.resolve(STARTS),
                ".",
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
        if (starts(temporary) <= Long.parseLong(System.getenv("END_STARTS"))) end();
        List<String> given = List.of(arguments);
        int port = Integer.parseInt(given.get(given.indexOf("--port") + 1));
        HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 0);
        server.createContext("/healthz", exchange -> exchange.sendResponseHeaders(200, -1));
        server.start();
    }

    private static void end() {
        if (System.getenv("END_REASON").equals("race")) {
            System.out.println("java.util.ConcurrentModificationException");
        }
        System.out.println(
                "fish.payara.micro.BootstrapException: org.glassfish.embeddable.GlassFishException:"
                        + " Server failed to start");
        System.exit(1);
    }
}
