package org.fitmesh.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fitmesh.test.Eventually.eventually;

import java.util.List;
import java.util.Map;
import org.fitmesh.dev.hygraph.Access;
import org.fitmesh.dev.hygraph.HygraphStandIn;
import org.fitmesh.dev.server.ApplicationServer;
import org.fitmesh.dev.server.FreePort;
import org.junit.jupiter.api.Test;

/** Two servers that start at once on one empty database, while their remote is down. */
class NodesIT {

    private static final String USERS = "{ users { id } }";
    private static final String WORKOUT = "{ workout(where: {slug: \"fran\"}) { title } }";

    private final Fitmesh fitmesh = Fitmesh.running();

    @Test
    void twoNodesStartOnOneEmptyDatabaseAndTheRemoteComesLater() throws Exception {
        fitmesh.sql("drop database if exists nodes");
        fitmesh.sql("create database nodes");
        int port = FreePort.any();
        Map<String, String> changes =
                Map.of(
                        "HASURA_GRAPHQL_DATABASE_URL",
                        fitmesh.databaseUrl("nodes"),
                        "HYGRAPH_ENDPOINT",
                        "http://localhost:" + port + "/v2/fitmesh/master");
        try (ApplicationServer a = fitmesh.startNode("a", changes);
                ApplicationServer b = fitmesh.startNode("b", changes)) {
            a.awaitHealthy();
            b.awaitHealthy();
            List<HttpApi> nodes = List.of(new HttpApi(a.url()), new HttpApi(b.url()));
            nodes.forEach(NodesIT::tablesWorkWithoutTheRemote);
            try (HygraphStandIn remote =
                    HygraphStandIn.start(port, Access.token(Fitmesh.HYGRAPH_TOKEN))) {
                assertThat(remote.port()).isEqualTo(port);
                nodes.forEach(node -> eventually(() -> theRemoteIsThere(node)));
            }
            nodes.forEach(NodesIT::theRemoteIsKnownThoughItIsAway);
            oneNodeSeesWhatTheOtherWrites(nodes);
        }
    }

    private static void tablesWorkWithoutTheRemote(HttpApi node) {
        assertThat(ask(node, USERS)).isEqualTo("{\"data\":{\"users\":[]}}");
        assertThat(ask(node, WORKOUT)).contains("field 'workout' not found in type: 'query_root'");
        HttpApi.Answer health = node.get("/healthz");
        assertThat(health.status()).isEqualTo(200);
        assertThat(health.body()).isEqualTo("WARN: inconsistent objects in schema");
        assertThat(node.get("/healthz?strict=true").status()).isEqualTo(500);
    }

    private static void theRemoteIsThere(HttpApi node) {
        assertThat(ask(node, WORKOUT)).isEqualTo("{\"data\":{\"workout\":{\"title\":\"Fran\"}}}");
        assertThat(node.get("/healthz").body()).isEqualTo("OK");
    }

    private static void theRemoteIsKnownThoughItIsAway(HttpApi node) {
        assertThat(ask(node, WORKOUT)).contains("\"code\":\"remote-schema-error\"");
        assertThat(ask(node, USERS)).isEqualTo("{\"data\":{\"users\":[]}}");
    }

    private static void oneNodeSeesWhatTheOtherWrites(List<HttpApi> nodes) {
        String insert = "mutation { insert_users_one(object: {id: \"alice\"}) { id } }";
        assertThat(ask(nodes.get(0), insert)).contains("\"data\"");
        assertThat(ask(nodes.get(1), USERS))
                .isEqualTo("{\"data\":{\"users\":[{\"id\":\"alice\"}]}}");
    }

    private static String ask(HttpApi node, String query) {
        return node.graphql(query, null, Fitmesh.adminHeaders()).body();
    }
}
