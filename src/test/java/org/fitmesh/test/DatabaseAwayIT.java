package org.fitmesh.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fitmesh.test.Eventually.eventually;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.fitmesh.dev.server.ApplicationServer;
import org.fitmesh.dev.server.FreePort;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * A node that starts before PostgreSQL, loses it in both ways, by a broken connection and by
 * silence, and finds it again each time. One node, in that order.
 */
@TestMethodOrder(OrderAnnotation.class)
class DatabaseAwayIT {
    /** Two seconds on a machine with nothing else to do: {@code -Dfitmesh.at-once=2}. */
    private static final Duration AT_ONCE =
            Duration.ofSeconds(Integer.getInteger("fitmesh.at-once", 10));

    /** As well: {@code -Dfitmesh.soon=10}. */
    private static final Duration SOON = Duration.ofSeconds(Integer.getInteger("fitmesh.soon", 30));

    private static final String NAME = "database_away";
    private static final String AWAY =
            "{\"errors\":[{\"message\":\"connection error\",\"extensions\":{\"path\":\"$\","
                    + "\"code\":\"postgres-error\",\"hint\":\"";

    private static final Fitmesh FITMESH = Fitmesh.running();
    private static Relay relay;
    private static ApplicationServer server;
    private static HttpApi api;

    @BeforeAll
    static void startWithoutPostgresql() throws Exception {
        FITMESH.sql("drop database if exists " + NAME + " with (force)");
        FITMESH.sql("create database " + NAME);
        relay = new Relay(FreePort.any(), FITMESH.databasePort());
        server =
                FITMESH.startNode(
                        NAME,
                        Map.of(
                                "HASURA_GRAPHQL_DATABASE_URL",
                                "postgres://postgres:postgres@localhost:%d/%s"
                                        .formatted(relay.port(), NAME)));
        api = new HttpApi(server.url());
        server.awaitLive();
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
        relay.close();
    }

    @Test
    @Order(1)
    void aNodeWaitsForPostgresqlAtItsStartAndSaysSo() throws Exception {
        eventually(
                () ->
                        assertThat(api.get("/health/ready").body())
                                .containsPattern("\"reason\":\"[^\"]*refused"));
        assertThat(status("ready")).isEqualTo(503);
        assertThat(users()).startsWith(AWAY);
        Thread.sleep(6_000);
        assertThat(server.log().stream().filter(line -> line.contains("not ready, tried again")))
                .as("lines that say why, though it was tried several times")
                .hasSizeBetween(1, 2);

        relay.open();

        within(SOON, () -> assertThat(status("ready")).isEqualTo(200));
        assertThat(users()).isEqualTo("{\"data\":{\"users\":[]}}");
        assertThat(insert("first")).contains("\"data\"");
    }

    @Test
    @Order(2)
    void aNodeThatLosesPostgresqlFailsAtOnceAndFindsItAgain() throws Exception {
        relay.close();

        failAtOnce();
        assertThat(status("live")).isEqualTo(200);
        eventually(() -> assertThat(status("ready")).isEqualTo(503));

        relay.open();

        comesBack("second");
    }

    @Test
    @Order(3)
    void aPostgresqlThatIsSilentIsNotWaitedFor() throws Exception {
        relay.swallow(true);

        failAtOnce();
        eventually(() -> assertThat(status("ready")).isEqualTo(503));
        failAtOnce();

        relay.swallow(false);

        comesBack("third");
    }

    /** Tables and Java code, with plain JDBC and with JPA. */
    private static void failAtOnce() throws Exception {
        ExecutorService clients = Executors.newCachedThreadPool();
        try {
            List<Callable<Duration>> requests = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                String id = "away-" + i;
                requests.add(() -> timeOf("{ users { id } }"));
                requests.add(
                        () ->
                                timeOf(
                                        "mutation { insert_sessions_one(object: {slug: \"%s\"}) { id } }"
                                                .formatted(id)));
                requests.add(() -> timeOf("{ me { id } }"));
                requests.add(() -> timeOf("{ training_summary { sessions } }"));
            }
            for (Future<Duration> request : clients.invokeAll(requests)) {
                assertThat(request.get()).isLessThan(AT_ONCE);
            }
        } finally {
            clients.shutdownNow();
        }
    }

    private static Duration timeOf(String query) {
        long start = System.nanoTime();
        HttpApi.Answer answer = api.graphql(query, null, FITMESH.bearer("alice", "user"));
        Duration time = Duration.ofNanos(System.nanoTime() - start);
        assertThat(answer.body()).startsWith("{\"errors\":[{\"message\":\"connection error\"");
        return time;
    }

    private static void comesBack(String id) {
        within(SOON, () -> assertThat(status("ready")).isEqualTo(200));
        assertThat(users()).startsWith("{\"data\"");
        assertThat(insert(id)).contains("\"data\"");
    }

    private static void within(Duration time, Eventually.Check check) {
        long start = System.nanoTime();
        eventually(check);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(time);
    }

    private static String users() {
        return api.graphql("{ users { id } }", null, Fitmesh.adminHeaders()).body();
    }

    private static String insert(String id) {
        String insert = "mutation { insert_users_one(object: {id: \"%s\"}) { id } }".formatted(id);
        return api.graphql(insert, null, Fitmesh.adminHeaders()).body();
    }

    private static int status(String probe) {
        return api.get("/health/" + probe).status();
    }
}
