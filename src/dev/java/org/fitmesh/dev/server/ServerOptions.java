package org.fitmesh.dev.server;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

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
        Path postmaster) {}
