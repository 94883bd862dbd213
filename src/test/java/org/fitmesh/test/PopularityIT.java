package org.fitmesh.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fitmesh.test.Eventually.eventually;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.fitmesh.dev.http.Fault;
import org.fitmesh.dev.http.Fault.Kind;
import org.fitmesh.dev.hygraph.Access;
import org.fitmesh.dev.hygraph.HygraphStandIn;
import org.fitmesh.dev.hygraph.Stage;
import org.fitmesh.dev.server.ApplicationServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two servers on one database count sessions and tell a Hygraph that fails now and then. */
class PopularityIT {
    private static final int THREADS = 50;
    private static final int SESSIONS_EACH = 200;
    private static final List<String> SLUGS = List.of("fran", "murph", "cindy", "no-such");
    private static final int EACH_SLUG = THREADS * SESSIONS_EACH / SLUGS.size();
    private static final String INSERT =
            "mutation ($slug: String!) { insert_sessions_one(object: {user_id: \"alice\", slug:"
                    + " $slug}) { id } }";

    private final Fitmesh fitmesh = Fitmesh.running();
    private HygraphStandIn hygraph;
    private Map<String, String> settings;

    @BeforeEach
    void database() throws Exception {
        fitmesh.sql("drop database if exists popularity with (force)");
        fitmesh.sql("create database popularity");
        hygraph = HygraphStandIn.start(0, Access.token(Fitmesh.HYGRAPH_TOKEN));
        settings =
                Map.of(
                        "HASURA_GRAPHQL_DATABASE_URL",
                        fitmesh.databaseUrl("popularity"),
                        "HYGRAPH_ENDPOINT",
                        hygraph.endpoint().toString(),
                        "FITMESH_POPULARITY_PUSH_SECONDS",
                        "1");
    }

    @AfterEach
    void end() throws Exception {
        hygraph.close();
    }

    @Test
    void everySessionCountsOnceAndHygraphFollows() throws Exception {
        try (ApplicationServer a = startNode("popularity-a");
                ApplicationServer b = startNode("popularity-b")) {
            List<HttpApi> nodes = List.of(new HttpApi(a.url()), new HttpApi(b.url()));
            nodes.forEach(
                    n -> eventually(() -> assertThat(n.get("/healthz").body()).isEqualTo("OK")));
            sql("insert into users (id) values ('alice')");
            hygraph.clearRequests();
            hygraph.rate(5);
            for (Kind kind :
                    List.of(Kind.TOO_MANY_REQUESTS, Kind.SERVER_ERROR, Kind.HTML, Kind.RESET)) {
                hygraph.fault(Fault.once(Kind.DELAY).millis(10).times(3));
                hygraph.fault(Fault.once(kind));
            }

            insertAll(nodes);
            eventually(() -> assertThat(counts()).isEqualTo(expected(EACH_SLUG)));
            eventually(() -> hygraphHas(EACH_SLUG));
            // One for many sessions; how many depends on how long the machine takes.
            assertThat(hygraph.requestCount()).isLessThanOrEqualTo(THREADS * SESSIONS_EACH / 25);

            replay();
            replay();
            assertThat(counts()).isEqualTo(expected(EACH_SLUG));

            hygraph.fault(Fault.once(Kind.HANG));
            sql(sessions(10));
            a.close();
            sql(sessions(10));
            eventually(() -> assertThat(counts()).isEqualTo(expected(EACH_SLUG + 20)));
            eventually(() -> hygraphHas(EACH_SLUG + 20));
            assertThat(
                            strings(
                                    "select slug from workout_popularity where unknown_since is not null"))
                    .containsExactly("no-such");
        }
    }

    private ApplicationServer startNode(String name) throws Exception {
        ApplicationServer node = fitmesh.startNode(name, settings);
        node.awaitHealthy();
        return node;
    }

    private void insertAll(List<HttpApi> nodes) throws Exception {
        List<Callable<Void>> clients = new ArrayList<>();
        for (int client = 0; client < THREADS; client++) {
            HttpApi node = nodes.get(client % nodes.size());
            clients.add(() -> insert(node));
        }
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            for (Future<Void> done : threads.invokeAll(clients)) {
                done.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static Void insert(HttpApi node) {
        for (int i = 0; i < SESSIONS_EACH; i++) {
            JsonNode variables =
                    JsonNodeFactory.instance.objectNode().put("slug", SLUGS.get(i % SLUGS.size()));
            HttpApi.Answer answer = node.graphql(INSERT, variables, Fitmesh.adminHeaders());
            assertThat(answer.body()).contains("\"data\"");
        }
        return null;
    }

    /** All events again, as an administrator who redelivers them. */
    private void replay() throws Exception {
        sql("update fitmesh.event_log set delivered = false, due_at = now()");
        eventually(
                () ->
                        assertThat(
                                        strings(
                                                "select count(*) from fitmesh.event_log where not delivered"))
                                .containsExactly("0"));
    }

    private static String sessions(int each) {
        return "insert into sessions (user_id, slug) select 'alice', slug from unnest(array['%s']) slug,"
                        .formatted(String.join("','", SLUGS))
                + " generate_series(1, %d)".formatted(each);
    }

    private Map<String, Integer> counts() throws SQLException {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (String slug : SLUGS) {
            counts.put(
                    slug,
                    strings(
                                    "select sessions from workout_popularity where slug = '%s'"
                                            .formatted(slug))
                            .stream()
                            .mapToInt(Integer::parseInt)
                            .sum());
        }
        return counts;
    }

    private static Map<String, Integer> expected(int sessions) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        SLUGS.forEach(slug -> counts.put(slug, sessions));
        return counts;
    }

    private void hygraphHas(int sessions) {
        assertThat(hygraph.popularity("fran", Stage.PUBLISHED)).hasValue(371 + sessions);
        assertThat(hygraph.popularity("murph", Stage.PUBLISHED)).hasValue(412 + sessions);
        assertThat(hygraph.popularity("cindy", Stage.PUBLISHED)).hasValue(388 + sessions);
    }

    private void sql(String statement) throws SQLException {
        try (Connection connection = fitmesh.connect("popularity");
                Statement run = connection.createStatement()) {
            run.execute(statement);
        }
    }

    private List<String> strings(String query) throws SQLException {
        List<String> values = new ArrayList<>();
        try (Connection connection = fitmesh.connect("popularity");
                Statement run = connection.createStatement();
                ResultSet row = run.executeQuery(query)) {
            while (row.next()) {
                values.add(row.getString(1));
            }
        }
        return values;
    }
}
