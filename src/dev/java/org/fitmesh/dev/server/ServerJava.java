package org.fitmesh.dev.server;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The beginning of each server's command line: the JVM and what Fitmesh wants of it. */
final class ServerJava {
    /** Without it there is no common pool, and the JDK starts a thread for each delivery. */
    private static final String COMMON_POOL =
            "-Djava.util.concurrent.ForkJoinPool.common.parallelism=2";

    private ServerJava() {}

    static List<String> command(ServerOptions options) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String watched = options.postmaster() == null ? "" : "=" + options.postmaster();
        List<String> command = new ArrayList<>(List.of(java));
        command.addAll(options.javaOptions());
        command.add("-javaagent:" + options.home().resolve("parent-watch.jar") + watched);
        command.add("-Djava.awt.headless=true");
        // The JDK would send a POST again when the connection breaks: a remote mutation twice.
        command.add("-Dsun.net.http.retryPost=false");
        if (Runtime.getRuntime().availableProcessors() < 3) command.add(COMMON_POOL);
        command.add("-Djava.io.tmpdir=" + options.temporary());
        return command;
    }
}
