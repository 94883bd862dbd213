package org.fitmesh.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fitmesh.test.Eventually.eventually;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What Fitmesh stands on goes away and comes back. */
class RestartIT {

    private static final String SESSIONS = "{ sessions { slug workout { title } } }";
    private static final String JOINED =
            "{\"data\":{\"sessions\":[{\"slug\":\"fran\",\"workout\":{\"title\":\"Fran\"}}]}}";
    private static final int MORE_THAN_THE_POOL = 32;

    private final Fitmesh fitmesh = Fitmesh.running();

    @BeforeEach
    void rows() throws Exception {
        fitmesh.reset();
        fitmesh.sql("insert into users (id) values ('alice')");
        fitmesh.sql("insert into sessions (user_id, slug) values ('alice', 'fran')");
    }

    @Test
    void aRestartedServerHasTheSameRowsAndTheRemote() throws Exception {
        fitmesh.restartServer();

        assertThat(ask(SESSIONS)).isEqualTo(JOINED);
        assertThat(insert("after-restart")).contains("\"affected_rows\":1");
        assertThat(ask("{ popular_workouts(limit: 1) { slug } }"))
                .startsWith("{\"data\":{\"popular_workouts\":[");
        assertThat(
                        fitmesh.api()
                                .graphql("{ me { id } }", null, fitmesh.bearer("alice", "user"))
                                .body())
                .isEqualTo("{\"data\":{\"me\":{\"id\":\"alice\"}}}");
    }

    @Test
    void brokenConnectionsOfThePoolAreReplaced() throws Exception {
        assertThat(ask(SESSIONS)).isEqualTo(JOINED);
        endConnections();

        int failed = 0;
        for (int i = 0; i < MORE_THAN_THE_POOL; i++) {
            if (!ask(SESSIONS).equals(JOINED)) failed++;
        }

        assertThat(failed).as("reads that failed").isLessThanOrEqualTo(1);
        assertThat(insert("after-break")).contains("\"affected_rows\":1");
    }

    @Test
    void aCommandFindsAConnectionThatLives() throws Exception {
        String reload = "{\"type\": \"reload_metadata\", \"args\": {}}";
        endConnections();

        assertThat(fitmesh.metadata(reload).status()).isEqualTo(200);
    }

    /** It is seen within a quarter of a second that they have ended. */
    @Test
    void writesFindConnectionsThatLive() throws Exception {
        endConnections();
        Thread.sleep(1_000);

        for (int i = 0; i < MORE_THAN_THE_POOL; i++) {
            assertThat(insert("living-" + i)).contains("\"affected_rows\":1");
        }
    }

    @Test
    void aRestartedDatabaseIsFoundAgain() throws Exception {
        fitmesh.restartDatabase();

        eventually(() -> assertThat(ask(SESSIONS)).isEqualTo(JOINED));
        assertThat(insert("after-database")).contains("\"affected_rows\":1");
        assertThat(ask(SESSIONS)).isEqualTo(JOINED);
    }

    /** Waits until they have ended: a process that is told to still answers for a moment. */
    private void endConnections() throws Exception {
        fitmesh.sql(
                "select pg_terminate_backend(pid, 10000) from pg_stat_activity"
                        + " where pid <> pg_backend_pid() and datname = current_database()");
    }

    private String insert(String id) {
        return ask(
                "mutation { insert_users(objects: {id: \"%s\"}) { affected_rows } }".formatted(id));
    }

    private String ask(String query) {
        return fitmesh.api().graphql(query, null, Fitmesh.adminHeaders()).body();
    }
}
