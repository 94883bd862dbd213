package org.fitmesh.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import java.util.stream.Stream;
import org.fitmesh.dev.server.PayaraMicro;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.TestFactory;

/**
 * Java code in the WAR answers fields ({@code org.fitmesh.testapp.code}): every case file below
 * {@code src/test/resources/code-cases}.
 */
class CodeCasesIT {
    private static final Fitmesh FITMESH = Fitmesh.running();
    private static PayaraMicro server;
    private static HttpApi api;

    @BeforeAll
    static void start() throws Exception {
        server = FITMESH.startNode("code", "org.fitmesh.testapp.code", Map.of());
        server.awaitHealthy();
        api = new HttpApi(server.url());
        Eventually.eventually(
                () -> assertThat(api.get("/healthz").body()).contains("inconsistent"));
        Eventually.eventually(
                () ->
                        assertThat(api.graphql("{ workouts { slug } }", null, Map.of()).body())
                                .contains("murph"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @TestFactory
    Stream<DynamicContainer> cases() throws IOException {
        return HttpCaseFiles.in("code-cases", () -> api).tests();
    }
}
