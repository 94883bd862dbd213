package org.fitmesh.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.fitmesh.dev.server.ApplicationServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Java code in the WAR answers fields ({@code org.fitmesh.testapp.code}): every case file below
 * {@code src/test/resources/code-cases}.
 */
class CodeCasesIT {
    private static final Fitmesh FITMESH = Fitmesh.running();
    private static ApplicationServer server;
    private static HttpApi api;

    @BeforeAll
    static void start() throws Exception {
        server = FITMESH.startNode("code-cases", "org.fitmesh.testapp.code", Map.of());
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

    @Test
    void callersDoNotMix() throws Exception {
        List<Callable<Void>> clients = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            String user = "auth0|u" + i;
            clients.add(() -> asks(user));
        }
        ExecutorService threads = Executors.newFixedThreadPool(clients.size());
        try {
            for (Future<Void> done : threads.invokeAll(clients)) {
                done.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    /** Every other request runs no code: the next one on its connection must not find a caller. */
    private static Void asks(String user) {
        Map<String, String> headers = FITMESH.bearer(user, "user");
        for (int i = 0; i < 25; i++) {
            String own = user + " user true coach false";
            assertThat(api.graphql("{ container session }", null, headers).body())
                    .contains(own, "user " + user + " none");
            assertThat(api.graphql("{ users { id } }", null, headers).body())
                    .isEqualTo("{\"data\":{\"users\":[]}}");
            assertThat(api.graphql("{ session }", null, Map.of()).body())
                    .isEqualTo("{\"data\":{\"session\":\"public nobody none\"}}");
        }
        return null;
    }

    @TestFactory
    Stream<DynamicContainer> cases() throws IOException {
        return HttpCaseFiles.in("code-cases", () -> api).tests();
    }
}
