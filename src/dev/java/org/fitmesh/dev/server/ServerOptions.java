package org.fitmesh.dev.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How a server is started.
 *
 * @param home the folder with the server and parent-watch.jar ({@code target/dev})
 * @param war the application, deployed at {@code /}
 * @param host address to listen on; {@code *}: all
 * @param port to listen on
 * @param javaOptions for the server's JVM
 * @param environment added to this process's own environment
 * @param log file for its output; null: the screen
 * @param temporary an existing folder for what the server unpacks
 * @param postmaster PostgreSQL's pid file, to stop it when the launcher is killed; null: none
 * @param serverDataSource whether the server has a data source for Fitmesh
 */
public record ServerOptions(
        ServerKind kind,
        Path home,
        Path war,
        String host,
        int port,
        List<String> javaOptions,
        Map<String, String> environment,
        Path log,
        Path temporary,
        Path postmaster,
        boolean serverDataSource) {

    /** The same with the data source of {@code server-config}, at the address of PGHOST and so on. */
    public ServerOptions withServerDataSource() {
        return new ServerOptions(
                kind, home, war, host, port, javaOptions, environment, log, temporary, postmaster,
                true);
    }

    /** The same with more options for the server's JVM. */
    public ServerOptions withJavaOptions(List<String> more) {
        List<String> all = new ArrayList<>(javaOptions);
        all.addAll(more);
        return new ServerOptions(
                kind, home, war, host, port, all, environment, log, temporary, postmaster,
                serverDataSource);
    }

    /** The driver that the server's data source uses, not the WAR's copy of it. */
    Path driver() throws IOException {
        try (Stream<Path> libraries = Files.list(home.resolve("lib"))) {
            return libraries
                    .filter(file -> file.getFileName().toString().startsWith("postgresql-"))
                    .findFirst()
                    .orElseThrow(() -> new IOException("no PostgreSQL driver in " + home));
        }
    }
}
