package org.fitmesh.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fitmesh.test.Eventually.eventually;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.fitmesh.dev.server.ApplicationServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Java code in the WAR observes entities ({@code org.fitmesh.testapp.Observers}). */
class EntityEventsIT {
    private static final String SAVE =
            """
            mutation {
              insert_sessions(
                objects: {id: "%s", user_id: "alice", slug: "fran", notes: "%s"}
                on_conflict: {constraint: sessions_pkey, update_columns: [notes]}
              ) { returning { notes } }
            }
            """;
    private static final String ID = "00000000-0000-0000-0000-000000000001";

    private static final Fitmesh FITMESH = Fitmesh.running();
    private static final ExecutorService CLIENTS = Executors.newFixedThreadPool(32);
    private static ApplicationServer server;
    private static HttpApi api;

    @BeforeAll
    static void start() throws Exception {
        server =
                FITMESH.startNode(
                        "observed",
                        "org.fitmesh.testapp",
                        Map.of("FITMESH_MAX_OBSERVED_CHANGES", "1000"));
        server.awaitHealthy();
        api = new HttpApi(server.url());
    }

    @AfterAll
    static void stop() {
        server.close();
        CLIENTS.shutdown();
    }

    @BeforeEach
    void rows() throws Exception {
        FITMESH.reset();
        FITMESH.sql("insert into users (id, name) values ('alice', 'Alice')");
        journal();
    }

    @Test
    void anInsertedEntityIsToldInProgressAndAfterSuccess() {
        assertThat(insert("fran")).isEqualTo(inserted("fran"));

        assertThat(journal()).isEqualTo("inserting fran, there: true\ninserted fran of alice");
    }

    @Test
    void eachOfManyInsertedRowsIsToldInOrder() {
        String answer =
                ask(
                        "mutation { insert_sessions(objects: [{user_id: \"alice\", slug: \"a\"},"
                                + " {user_id: \"alice\", slug: \"b\"}]) { affected_rows } }");

        assertThat(answer).isEqualTo("{\"data\":{\"insert_sessions\":{\"affected_rows\":2}}}");
        assertThat(journal())
                .isEqualTo(
                        """
                        inserting a, there: true
                        inserting b, there: true
                        inserted a of alice
                        inserted b of alice""");
    }

    @Test
    void anUpsertThatFindsARowIsAnUpdateWithBothStates() {
        ask(SAVE.formatted(ID, "old"));
        assertThat(journal()).endsWith("inserted fran of alice");

        ask(SAVE.formatted(ID, "new"));

        assertThat(journal().lines())
                .containsExactlyInAnyOrder(
                        "now new",
                        "any Session",
                        "updated old to new",
                        "updated_at moved: true, same id: true");
    }

    @Test
    void writesOfTriggersAreToldToo() throws Exception {
        FITMESH.sql(
                """
                create function test_greet() returns trigger language plpgsql as $$
                begin
                  update users set name = 'Alice the ' || new.slug where id = new.user_id;
                  delete from sessions where user_id = new.user_id and id <> new.id;
                  return null;
                end; $$;
                create trigger test_greet after insert on sessions
                  for each row execute function test_greet();
                insert into sessions (user_id, slug) values ('alice', 'first');
                update users set name = 'Alice';
                """);
        try {
            insert("second");

            assertThat(journal().lines())
                    .containsExactlyInAnyOrder(
                            "inserting second, there: true",
                            "user Alice to Alice the second",
                            "any User",
                            "inserted second of alice",
                            "deleted first");
        } finally {
            FITMESH.sql("drop trigger test_greet on sessions; drop function test_greet");
        }
    }

    @Test
    void aLaterFailureOfTheRequestUndoesAllAndTellsNoSuccess() throws Exception {
        String answer =
                ask(
                        "mutation { insert_sessions_one(object: {user_id: \"alice\", slug: \"a\"})"
                                + " { slug } insert_users_one(object: {id: \"alice\"}) { id } }");

        assertThat(answer).contains("\"code\":\"constraint-violation\"");
        assertThat(journal()).isEmpty();
        assertThat(count("sessions")).isZero();
    }

    @Test
    void anObserverInProgressThatFailsUndoesTheMutation() throws Exception {
        String answer = insert("fails");

        assertThat(answer).contains("internal error").doesNotContain("the observer failed");
        assertThat(journal()).isEqualTo("inserting fails, there: true");
        assertThat(count("sessions")).isZero();
    }

    @Test
    void anObserverInProgressMayRefuseInItsOwnWords() throws Exception {
        String answer = insert("refused");

        assertThat(answer).contains("not on a Sunday").contains("\"code\":\"permission-error\"");
        assertThat(count("sessions")).isZero();
    }

    @Test
    void anObserverThatFailsAfterSuccessChangesNothing() throws Exception {
        assertThat(insert("fails-afterwards")).isEqualTo(inserted("fails-afterwards"));

        assertThat(journal()).endsWith("inserted fails-afterwards of alice");
        assertThat(count("sessions")).isOne();
    }

    @Test
    void whatAnObserverInProgressWritesIsPartOfTheTransaction() throws Exception {
        assertThat(insert("adds-user")).isEqualTo(inserted("adds-user"));
        assertThat(count("users where id = 'by-observer'")).isOne();
        journal();

        assertThat(insert("breaks-constraint"))
                .contains("\"code\":\"constraint-violation\"")
                .contains("duplicate key value");
        assertThat(journal()).endsWith("not inserted breaks-constraint");
        assertThat(count("sessions")).isOne();
    }

    @Test
    void whatAnObserverWritesIsNotToldInTurn() throws Exception {
        assertThat(insert("adds-session")).isEqualTo(inserted("adds-session"));

        assertThat(journal())
                .isEqualTo("inserting adds-session, there: true\ninserted adds-session of alice");
        assertThat(count("sessions")).isEqualTo(2);
    }

    @Test
    void anObserverAfterSuccessMayWriteInATransactionOfItsOwn() throws Exception {
        assertThat(insert("writes-afterwards")).isEqualTo(inserted("writes-afterwards"));

        assertThat(count("users where id like 'after %'")).isOne();
    }

    @Test
    void manyObserversMayWriteAfterSuccessAtOnce() throws Exception {
        List<CompletableFuture<String>> answers = atOnce(64, n -> insert("writes-afterwards"));
        for (CompletableFuture<String> answer : answers) {
            assertThat(answer.get()).isEqualTo(inserted("writes-afterwards"));
        }

        assertThat(count("users where id like 'after %'")).isEqualTo(64);
    }

    @Test
    void capturedEventsAreAnnouncedAndAnObserverThatFailsHarmsNobody() throws Exception {
        int before = captured();
        metadata(
                "pg_create_event_trigger",
                "\"table\": \"users\", \"webhook\": \"http://localhost:1/\","
                        + " \"insert\": {\"columns\": \"*\"}, ");
        try {
            assertThat(ask("mutation { insert_users_one(object: {id: \"bob\"}) { id } }"))
                    .isEqualTo("{\"data\":{\"insert_users_one\":{\"id\":\"bob\"}}}");
            assertThat(captured()).isEqualTo(before + 1);

            ask("mutation { insert_users_one(object: {id: \"bob\"}) { id } }");
            ask("{ users { id } }");
            assertThat(captured()).as("of what was not committed").isEqualTo(before + 1);
        } finally {
            metadata("pg_delete_event_trigger", "");
        }
    }

    private static void metadata(String command, String arguments) {
        String body =
                "{\"type\": \"%s\", \"args\": {%s\"name\": \"observed\", \"source\": \"default\"}}"
                        .formatted(command, arguments);
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        assertThat(api.send("POST", "/v1/metadata", bytes, Fitmesh.adminHeaders()).status())
                .isEqualTo(200);
    }

    private static int captured() {
        return Integer.parseInt(api.get("/journal/captured").body());
    }

    /** On threads of its own: the common pool of a machine with two cores has one. */
    private static List<CompletableFuture<String>> atOnce(int times, IntFunction<String> ask) {
        return IntStream.range(0, times)
                .mapToObj(n -> CompletableFuture.supplyAsync(() -> ask.apply(n), CLIENTS))
                .toList();
    }

    @Test
    void writesOfOthersAreNotTold() throws Exception {
        FITMESH.sql("insert into sessions (user_id, slug) values ('alice', 'by-psql')");

        assertThat(journal()).isEmpty();
        assertThat(count("fitmesh.observed_change")).isZero();
    }

    @Test
    void moreChangesThanAllowedAreRefused() throws Exception {
        FITMESH.sql(
                "create function test_many() returns trigger language plpgsql as $$ begin"
                        + " insert into sessions (user_id, slug) select new.id, 's' || n"
                        + " from generate_series(1, 1001) n; return null; end; $$;"
                        + " create trigger test_many after insert on users"
                        + " for each row execute function test_many();");
        try {
            String answer = ask("mutation { insert_users_one(object: {id: \"bob\"}) { id } }");

            assertThat(answer)
                    .contains("changes more than 1000 rows")
                    .contains("FITMESH_MAX_OBSERVED_CHANGES");
            assertThat(count("users where id = 'bob'")).isZero();
        } finally {
            FITMESH.sql("drop trigger test_many on users; drop function test_many");
        }
    }

    @Test
    void manyMutationsAtOnceAreTheirOwnTransactions() throws Exception {
        int mutations = 200;
        List<CompletableFuture<String>> answers = atOnce(mutations, n -> insert("s" + n));
        for (int n = 0; n < mutations; n++) {
            assertThat(answers.get(n).get()).isEqualTo(inserted("s" + n));
        }

        Set<String> told = journal().lines().collect(Collectors.toSet());
        assertThat(told).hasSize(2 * mutations).doesNotContain("inserting s0, there: false");
        assertThat(count("sessions")).isEqualTo(mutations);
        assertThat(count("fitmesh.observed_change")).isZero();
    }

    @Test
    void mutationsWorkOnAfterConnectionsBroke() throws Exception {
        insert("before");
        FITMESH.sql(
                "select pg_terminate_backend(pid) from pg_stat_activity"
                        + " where pid <> pg_backend_pid() and datname = current_database()");

        eventually(() -> assertThat(insert("after")).isEqualTo(inserted("after")));
        assertThat(ask("{ sessions(limit: 1) { user { id } } }")).contains("alice");
    }

    private static long count(String from) throws Exception {
        try (Connection connection = FITMESH.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from " + from)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static String insert(String slug) {
        return ask(
                "mutation { insert_sessions_one(object: {user_id: \"alice\", slug: \"%s\"}) { slug } }"
                        .formatted(slug));
    }

    private static String inserted(String slug) {
        return "{\"data\":{\"insert_sessions_one\":{\"slug\":\"" + slug + "\"}}}";
    }

    private static String ask(String query) {
        return api.graphql(query, null, Fitmesh.adminHeaders()).body();
    }

    /** What the observers saw since the last call. */
    private static String journal() {
        return api.get("/journal").body();
    }
}
