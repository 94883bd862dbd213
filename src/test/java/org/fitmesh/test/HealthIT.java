package org.fitmesh.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fitmesh.test.Eventually.eventually;

import java.util.Map;
import org.fitmesh.deployment.Probe;
import org.fitmesh.dev.server.ApplicationServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an orchestrator's probes see: {@code /health/live}, {@code ready} and {@code started}. */
class HealthIT {
    private static final int UP = 200;
    private static final int DOWN = 503;

    private final Fitmesh fitmesh = Fitmesh.running();

    @BeforeEach
    void reset() throws Exception {
        fitmesh.reset();
    }

    @Test
    void aNodeThatWorksIsLiveReadyAndStarted() {
        assertThat(status(fitmesh.api(), Probe.LIVE)).isEqualTo(UP);
        assertThat(status(fitmesh.api(), Probe.STARTED)).isEqualTo(UP);
        eventually(
                () ->
                        assertThat(fitmesh.api().get(Probe.READY.path()).body())
                                .contains("\"status\":\"UP\"")
                                .contains("\"name\":\"database\"")
                                .contains("\"name\":\"schema\"")
                                .containsPattern("\"inconsistencies\":\"?0\\b")
                                .doesNotContain("DOWN"));
    }

    @Test
    void aNodeWithoutItsDatabaseIsLiveAndNotReadyUntilItIsBack() throws Exception {
        fitmesh.stopDatabase();
        try {
            eventually(() -> assertThat(status(fitmesh.api(), Probe.READY)).isEqualTo(DOWN));
            assertThat(status(fitmesh.api(), Probe.LIVE)).isEqualTo(UP);
        } finally {
            fitmesh.startDatabase();
        }
        eventually(() -> assertThat(status(fitmesh.api(), Probe.READY)).isEqualTo(UP));
    }

    @Test
    void aNodeThatHasNeverReachedItsDatabaseIsNotStarted() throws Exception {
        Map<String, String> nowhere =
                Map.of("HASURA_GRAPHQL_DATABASE_URL", "postgres://u:p@127.0.0.1:1/none");
        try (ApplicationServer node = fitmesh.startNode("without-database", nowhere)) {
            HttpApi api = new HttpApi(node.url());
            eventually(() -> assertThat(status(api, Probe.LIVE)).isEqualTo(UP));
            eventually(() -> assertThat(api.get("/healthz").status()).isEqualTo(500));
            // Payara Server answers 500 for a moment, while the application is being deployed.
            eventually(() -> assertThat(status(api, Probe.STARTED)).isEqualTo(DOWN));
            eventually(
                    () ->
                            assertThat(api.get(Probe.READY.path()).body())
                                    .containsPattern("\"name\":\"database\",\"status\":\"DOWN\"")
                                    .containsPattern("\"name\":\"schema\",\"status\":\"DOWN\""));
        }
    }

    /** Hygraph being away is told by {@code /healthz} and by the answers of its fields. */
    @Test
    void aRemoteThatIsDownLeavesTheNodeReady() throws Exception {
        try (ApplicationServer node =
                fitmesh.startNode(
                        "without-hygraph", Map.of("HYGRAPH_ENDPOINT", "http://127.0.0.1:1/"))) {
            node.awaitHealthy();
            HttpApi api = new HttpApi(node.url());
            eventually(() -> assertThat(status(api, Probe.READY)).isEqualTo(UP));
            assertThat(api.get("/healthz").body())
                    .isEqualTo("WARN: inconsistent objects in schema");
        }
    }

    private static int status(HttpApi api, Probe probe) {
        return api.get(probe.path()).status();
    }
}
