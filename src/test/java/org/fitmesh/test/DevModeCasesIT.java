package org.fitmesh.test;

import java.io.IOException;
import java.util.Map;
import java.util.stream.Stream;
import org.fitmesh.dev.server.ApplicationServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.TestFactory;

/** A server in dev mode: every case file below {@code src/test/resources/dev-mode-cases}. */
class DevModeCasesIT {
    private static ApplicationServer server;
    private static HttpApi api;

    @BeforeAll
    static void start() throws Exception {
        server = Fitmesh.running().startNode("dev-mode", Map.of("HASURA_GRAPHQL_DEV_MODE", "true"));
        server.awaitHealthy();
        api = new HttpApi(server.url());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @TestFactory
    Stream<DynamicContainer> cases() throws IOException {
        return HttpCaseFiles.in("dev-mode-cases", () -> api).tests();
    }
}
