package org.fitmesh.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fitmesh.test.Eventually.eventually;

import java.util.Map;
import org.fitmesh.dev.server.ApplicationServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A server whose administrator has set up {@code jdbc/fitmesh}, with the driver among the server's
 * libraries, as {@code server-config} tells.
 */
class ServerDataSourceIT {
    private static final String INSERT_SESSION =
            "mutation { insert_sessions_one(object: {user_id: \"alice\", slug: \"fran\"}) { slug } }";

    private static final String DATABASE = "server_data_source";
    private static final Fitmesh FITMESH = Fitmesh.running();
    private static ApplicationServer server;
    private static HttpApi api;

    @BeforeAll
    static void start() throws Exception {
        FITMESH.reset();
        FITMESH.sql("create database " + DATABASE);
        server =
                FITMESH.startNodeWithServerDataSource(
                        DATABASE,
                        // Only a notification wakes it within the time that a test waits.
                        Map.of("HASURA_GRAPHQL_EVENTS_FETCH_INTERVAL", "3600000"));
        server.awaitHealthy();
        api = new HttpApi(server.url());
        eventually(() -> assertThat(api.get("/healthz").body()).isEqualTo("OK"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void rows() throws Exception {
        FITMESH.sql(
                DATABASE,
                "truncate users, sessions, workout_popularity;"
                        + " insert into users (id, name) values ('alice', 'Alice')");
    }

    @Test
    void rowsAndRemotesAreJoined() {
        assertThat(ask(INSERT_SESSION)).contains("\"slug\":\"fran\"");
        assertThat(ask("{ sessions { user { name } workout { title } } }"))
                .isEqualTo(
                        "{\"data\":{\"sessions\":[{\"user\":{\"name\":\"Alice\"},"
                                + "\"workout\":{\"title\":\"Fran\"}}]}}");
    }

    /** What PostgreSQL says is read from exceptions of the server's copy of the driver. */
    @Test
    void aViolatedConstraintIsTold() {
        assertThat(ask("mutation { insert_users_one(object: {id: \"alice\"}) { id } }"))
                .contains("constraint-violation")
                .contains("Uniqueness violation");
    }

    /** JPA and the tables share the data source, so that they share a transaction. */
    @Test
    void javaCodeAndTablesAreOneTransaction() throws Exception {
        String both =
                "mutation { log_workout(slug: \"fran\") { slug }"
                        + " insert_sessions_one(object: {notes: \"no slug\"}) { id } }";
        assertThat(api.graphql(both, null, FITMESH.bearer("alice", "user")).body())
                .contains("Not-NULL violation");
        assertThat(ask("{ sessions { slug } }")).isEqualTo("{\"data\":{\"sessions\":[]}}");

        String alone = "mutation { log_workout(slug: \"fran\") { slug user { name } } }";
        assertThat(api.graphql(alone, null, FITMESH.bearer("alice", "user")).body())
                .isEqualTo(
                        "{\"data\":{\"log_workout\":{\"slug\":\"fran\",\"user\":{\"name\":\"Alice\"}}}}");
    }

    /** A notification wakes the node, results are written: the event is counted. */
    @Test
    void eventsOfOthersAreHeardOfAndDelivered() throws Exception {
        FITMESH.sql(DATABASE, "insert into sessions (user_id, slug) values ('alice', 'murph')");

        eventually(
                () ->
                        assertThat(ask("{ workout_popularity { slug sessions } }"))
                                .contains("{\"slug\":\"murph\",\"sessions\":1}"));
    }

    /** The pool belongs to the server: the WAR's own is not even told of a database. */
    @Test
    void theConnectionsAreThePoolsOfTheServer() throws Exception {
        assertThat(ask("{ users { id } }"))
                .isEqualTo("{\"data\":{\"users\":[{\"id\":\"alice\"}]}}");
        assertThat(server.log())
                .anyMatch(line -> line.contains("the server's data source jdbc/fitmesh"));
    }

    private static String ask(String query) {
        return api.graphql(query, null, Fitmesh.adminHeaders()).body();
    }
}
