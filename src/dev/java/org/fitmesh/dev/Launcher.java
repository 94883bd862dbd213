package org.fitmesh.dev;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.fitmesh.dev.database.EmbeddedDatabase;
import org.fitmesh.dev.server.ApplicationServer;
import org.fitmesh.dev.server.ServerOptions;

/**
 * Starts everything in the foreground. Ends it when it is interrupted, when the server ends and, if
 * asked to, when its parent process ends.
 */
public final class Launcher {

    private static final String HOME = "fitmesh.dev.home";

    private final Settings settings;
    private final Parts parts;

    private Launcher(Settings settings, Parts parts) {
        this.settings = settings;
        this.parts = parts;
    }

    /** Runs until interrupted; exit code 1 when it does not start or the server ends by itself. */
    public static void main(String[] arguments) {
        Parts parts = new Parts();
        Runtime.getRuntime().addShutdownHook(new Thread(parts::close, "end"));
        try {
            new Launcher(new Settings(System.getenv()), parts).run();
        } catch (StartFailure | IOException e) {
            if (!parts.isClosing()) System.err.println("Fitmesh: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        System.exit(1);
    }

    private void run() throws StartFailure, IOException, InterruptedException {
        if (settings.endsWithParent()) endWithParent();
        Settings.Port wanted = settings.port();
        int port = Ports.wanted(wanted.number(), wanted.setting());
        Path home = Path.of(System.getProperty(HOME, "target/dev")).toAbsolutePath();
        Workspace workspace = Parts.await(parts.start(() -> Workspace.claim(home, port)));
        if (settings.reset()) workspace.deleteData();
        Environment environment = Environment.start(settings, workspace, parts);
        Path log = settings.logsToConsole() ? null : workspace.serverLog();
        ServerOptions options = options(home, port, log, environment, workspace);
        ApplicationServer server = Parts.await(parts.start(() -> ApplicationServer.start(options)));
        Parts.await(environment.database());
        server.awaitHealthy();
        new Banner(settings, environment, server.url(), log).print(System.out);
        server.awaitEnd();
        throw server.ended();
    }

    private ServerOptions options(
            Path home, int port, Path log, Environment environment, Workspace workspace)
            throws StartFailure, IOException {
        Path war = home.resolveSibling("fitmesh.war");
        if (!Files.exists(war)) throw new StartFailure(war + " is missing: run mvn package first");
        Path postmaster =
                environment.databaseUrl().isEmpty()
                        ? null
                        : EmbeddedDatabase.postmaster(workspace.postgres());
        return new ServerOptions(
                settings.server(),
                home,
                war,
                settings.host(),
                port,
                settings.javaOptions(),
                environment.variables(),
                log,
                workspace.emptyTemporary(),
                postmaster,
                false);
    }

    /** Maven that is killed cannot end what it has started. */
    private static void endWithParent() {
        Optional<ProcessHandle> parent = ProcessHandle.current().parent();
        if (parent.isEmpty()) return;
        Thread watch = new Thread(() -> endAfter(parent.get()), "parent watch");
        watch.setDaemon(true);
        watch.start();
    }

    private static void endAfter(ProcessHandle parent) {
        parent.onExit().join();
        System.exit(1);
    }
}
