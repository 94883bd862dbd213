package org.fitmesh.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fitmesh.test.Eventually.eventually;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.fitmesh.dev.http.Fault;
import org.fitmesh.dev.http.Fault.Kind;
import org.fitmesh.dev.server.ApplicationServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A node that is asked to stop by SIGTERM, as Docker, systemd and Kubernetes do. */
class GracefulStopIT {
    private static final int CLIENTS = 16;
    private static final Map<String, String> DELAY = Map.of("FITMESH_SHUTDOWN_DELAY_SECONDS", "3");

    private final Fitmesh fitmesh = Fitmesh.running();
    private final SessionEvents events = new SessionEvents(fitmesh);

    @BeforeEach
    void reset() throws Exception {
        fitmesh.reset();
    }

    @Test
    void aRollingRestartUnderLoadFailsNoRequest() throws Exception {
        try (ApplicationServer other = fitmesh.startNode("rolling", DELAY)) {
            other.awaitHealthy();
            String first = fitmesh.api().url();
            try (ReadinessProxy proxy = ReadinessProxy.start(List.of(first, other.url()));
                    Load load = start(proxy, first, other.url())) {
                fitmesh.restartServer();
                eventually(() -> assertThat(proxy.isReady(first)).isTrue());
                int before = load.answered();

                drainedNodesAnswerAndAreNotReady(other, proxy);
                try (ApplicationServer again = other.restart()) {
                    again.awaitHealthy();
                    assertThat(load.answered()).isGreaterThan(before);
                    eventually(() -> assertThat(proxy.isReady(again.url())).isTrue());
                    int both = load.answered();
                    eventually(() -> assertThat(load.answered()).isGreaterThan(both + 100));
                }
                assertThat(load.failures()).isEmpty();
            }
        }
    }

    private static Load start(ReadinessProxy proxy, String... nodes) {
        for (String node : nodes) eventually(() -> assertThat(proxy.isReady(node)).isTrue());
        Load load = Load.start(new HttpApi(proxy.url()), CLIENTS);
        eventually(() -> assertThat(load.answered()).isGreaterThan(100));
        return load;
    }

    /** For servers that are not stopped by a signal: an orchestrator's hook asks for it. */
    private void drainedNodesAnswerAndAreNotReady(ApplicationServer node, ReadinessProxy proxy) {
        HttpApi api = new HttpApi(node.url());
        assertThat(api.send("POST", "/v1/drain", new byte[0], Map.of()).body())
                .isEqualTo(
                        "{\"path\":\"$\",\"error\":\"restricted access : admin only\","
                                + "\"code\":\"access-denied\"}");
        assertThat(proxy.isReady(node.url())).isTrue();

        HttpApi.Answer drained = api.send("POST", "/v1/drain", new byte[0], Fitmesh.adminHeaders());

        assertThat(drained.body())
                .isEqualTo(
                        "{\"message\":\"drained\","
                                + "\"unfinished\":{\"deliveries\":0,\"requests\":0}}");
        assertThat(proxy.isReady(node.url())).isFalse();
        assertThat(api.get("/health/ready").status()).isEqualTo(503);
        assertThat(api.get("/health/live").status()).isEqualTo(200);
        HttpApi.Answer late = api.graphql("{ __typename }", null, Fitmesh.adminHeaders());
        assertThat(late.body()).isEqualTo("{\"data\":{\"__typename\":\"query_root\"}}");
        assertThat(late.header("connection")).isEqualToIgnoringCase("close");
    }

    @Test
    void requestsAndDeliveriesEndAndWhatHangsIsGivenBack() throws Exception {
        fitmesh.sql("insert into users (id) values ('alice')");
        events.trigger("slow", "/slow", 0, 1, 60);
        events.trigger("hanging", "/hanging", 0, 1, 60);
        fitmesh.webhook().fault(Fault.always(Kind.DELAY).millis(2_000).on("/slow"));
        fitmesh.webhook().fault(Fault.always(Kind.HANG).millis(60_000).on("/hanging"));
        fitmesh.hygraph().fault(Fault.once(Kind.DELAY).millis(2_000));
        fitmesh.sql("insert into sessions (user_id, slug) values ('alice', 'fran')");
        eventually(
                () ->
                        assertThat(eventsWhere("leased_by is not null"))
                                .containsOnly("hanging", "slow"));
        CompletableFuture<String> request =
                CompletableFuture.supplyAsync(
                        () ->
                                fitmesh.api()
                                        .graphql(
                                                "{ workouts(first: 1) { slug } }",
                                                null,
                                                Fitmesh.adminHeaders())
                                        .body());
        eventually(() -> assertThat(fitmesh.hygraph().requests()).isNotEmpty());

        fitmesh.stopServer();
        try {
            fitmesh.sql("insert into sessions (user_id, slug) values ('alice', 'murph')");
            assertThat(request.join()).startsWith("{\"data\":{\"workouts\":[{");
            assertThat(eventsWhere("delivered and tries = 1")).containsExactly("slow");
            assertThat(eventsWhere("not delivered and tries = 0 and leased_until is null"))
                    .containsExactly("hanging", "hanging", "slow");
        } finally {
            fitmesh.webhook().clearFaults();
            fitmesh.startServer();
        }
        eventually(() -> assertThat(eventsWhere("delivered and tries = 1")).hasSize(4));
        assertThat(fitmesh.webhook().deliveries("/slow")).hasSize(2);
    }

    /** The triggers of the events of which that is true, in alphabetical order. */
    private List<String> eventsWhere(String condition) throws SQLException {
        try (Connection connection = fitmesh.connect();
                Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery(
                                "select trigger_name from fitmesh.event_log where trigger_name in"
                                        + " ('slow', 'hanging') and "
                                        + condition
                                        + " order by 1")) {
            List<String> triggers = new ArrayList<>();
            while (row.next()) triggers.add(row.getString(1));
            return triggers;
        }
    }
}
