package org.fitmesh.test;

import java.io.IOException;
import java.util.Map;
import java.util.stream.Stream;
import org.fitmesh.dev.server.ApplicationServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.TestFactory;

/**
 * A server in dev mode with other names and with features left out: every case file below {@code
 * src/test/resources/dev-mode-cases}.
 */
class DevModeCasesIT {
    private static final Map<String, String> SETTINGS =
            Map.of(
                    "HASURA_GRAPHQL_DEV_MODE",
                    "true",
                    "HASURA_GRAPHQL_EXPERIMENTAL_FEATURES",
                    "naming_convention,hide_update_many_fields,hide_aggregation_predicates,"
                            + "disable_postgres_arrays,no_null_unbound_variable_default",
                    "HASURA_GRAPHQL_DEFAULT_NAMING_CONVENTION",
                    "graphql-default");

    private static ApplicationServer server;
    private static HttpApi api;

    @BeforeAll
    static void start() throws Exception {
        server = Fitmesh.running().startNode("dev-mode", SETTINGS);
        server.awaitHealthy();
        api = new HttpApi(server.url());
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
        // the next test may start a server before it resets anything
        Fitmesh.running().reset();
    }

    @TestFactory
    Stream<DynamicContainer> cases() throws IOException {
        return HttpCaseFiles.in("dev-mode-cases", () -> api).tests();
    }
}
