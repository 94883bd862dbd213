package org.fitmesh.dev.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.fitmesh.dev.StartFailure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is done about a server that ends while it starts; the server is {@link EndingServer}. */
class ApplicationServerTest {
    @TempDir Path folder;

    @Test
    void aServerThatLostARaceWithItselfAtBootIsStartedOnceMore() throws Exception {
        try (ApplicationServer server = start("race", 1)) {
            server.awaitHealthy();
            assertThat(EndingServer.starts(folder)).isEqualTo(2);
        }
    }

    @Test
    void aServerThatAlwaysLosesItIsGivenUp() throws Exception {
        try (ApplicationServer server = start("race", 9)) {
            assertThatThrownBy(server::awaitHealthy)
                    .isInstanceOf(StartFailure.class)
                    .hasMessageContaining("The server has ended.")
                    .hasMessageContaining("ConcurrentModificationException");
            assertThat(EndingServer.starts(folder)).isEqualTo(2);
        }
    }

    @Test
    void aServerThatEndedForAnotherReasonIsNotStartedAgain() throws Exception {
        try (ApplicationServer server = start("refusal", 1)) {
            assertThatThrownBy(server::awaitHealthy).isInstanceOf(StartFailure.class);
            assertThat(EndingServer.starts(folder)).isEqualTo(1);
        }
    }

    private ApplicationServer start(String reason, int failedStarts) throws IOException {
        writeJar("payara-micro.jar");
        writeJar("parent-watch.jar");
        Files.createFile(folder.resolve("payara-pre-boot.txt"));
        Map<String, String> environment =
                Map.of("END_REASON", reason, "END_STARTS", Integer.toString(failedStarts));
        return ApplicationServer.start(
                new ServerOptions(
                        ServerKind.PAYARA_MICRO,
                        folder,
                        folder.resolve("fitmesh.war"),
                        "127.0.0.1",
                        FreePort.any(),
                        List.of(),
                        environment,
                        folder.resolve("server.log"),
                        folder,
                        null,
                        false));
    }

    private void writeJar(String name) throws IOException {
        Manifest manifest = new Manifest();
        Attributes attributes = manifest.getMainAttributes();
        attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.put(Attributes.Name.MAIN_CLASS, EndingServer.class.getName());
        attributes.putValue("Premain-Class", EndingServer.class.getName());
        Path classes = Path.of("target", "test-classes").toAbsolutePath();
        attributes.put(Attributes.Name.CLASS_PATH, classes.toUri().toString());
        try (var out = Files.newOutputStream(folder.resolve(name))) {
            new JarOutputStream(out, manifest).close();
        }
    }
}
