package org.fitmesh.test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.fitmesh.dev.StartFailure;
import org.fitmesh.dev.server.FreePort;
import org.fitmesh.dev.server.ServerKind;
import org.fitmesh.dev.server.ServerOptions;

/** Which server the tests start, with which WAR and how: as the Maven profile says. */
final class ServerUnderTest {
    private static final ServerKind KIND = kind();

    /**
     * Some twenty servers live for a minute each: what the optimizing compiler makes of them comes
     * too late, and takes half of the processor's time of a start.
     */
    private static final List<String> JAVA_OPTIONS =
            List.of("-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

    private ServerUnderTest() {}

    /** The WAR under test. */
    static Path war() {
        return home().resolveSibling("fitmesh.war");
    }

    /**
     * What a server is started with, on a free port.
     *
     * @param folder of its own
     * @param postmaster PostgreSQL's pid file, to stop it when the tests are killed
     */
    static ServerOptions options(
            Path folder, Path war, Map<String, String> environment, Path postmaster)
            throws IOException {
        Files.createDirectories(folder.resolve("tmp"));
        return new ServerOptions(
                KIND,
                home(),
                war,
                "127.0.0.1",
                FreePort.any(),
                JAVA_OPTIONS,
                environment,
                folder.resolve("server.log"),
                folder.resolve("tmp"),
                postmaster,
                false);
    }

    private static Path home() {
        return Path.of(System.getProperty("fitmesh.dev.home", "target/dev")).toAbsolutePath();
    }

    private static ServerKind kind() {
        try {
            return ServerKind.named(System.getProperty("fitmesh.dev.server", "payara"));
        } catch (StartFailure e) {
            throw new IllegalStateException(e);
        }
    }
}
