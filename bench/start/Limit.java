import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.fitmesh.dev.server.ApplicationServer;
import org.fitmesh.dev.server.ServerKind;
import org.fitmesh.dev.server.ServerOptions;

/**
 * The limit's WAR on Payara Micro, by the launcher's own class, so with the same command line.
 * Prints the process id when it answers and runs until standard input ends or this process is killed: the
 * server watches it. Arguments: target/dev,
 * WAR, port, log, temporary folder, options for the JVM.
 */
public class Limit {
    public static void main(String[] arguments) throws Exception {
        Path temporary = Path.of(arguments[4]);
        Files.createDirectories(temporary);
        List<String> javaOptions = List.of(arguments).subList(5, arguments.length);
        ServerOptions options =
                new ServerOptions(
                        ServerKind.PAYARA_MICRO,
                        Path.of(arguments[0]),
                        Path.of(arguments[1]),
                        "127.0.0.1",
                        Integer.parseInt(arguments[2]),
                        javaOptions,
                        Map.of(),
                        Path.of(arguments[3]),
                        temporary,
                        null,
                        false);
        try (ApplicationServer server = ApplicationServer.start(options)) {
            server.awaitHealthy();
            System.out.println(server.process().pid());
            System.in.transferTo(java.io.OutputStream.nullOutputStream());
        }
    }
}
