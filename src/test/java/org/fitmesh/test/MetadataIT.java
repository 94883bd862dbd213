package org.fitmesh.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fitmesh.test.Eventually.eventually;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.fitmesh.dev.http.Fault;
import org.fitmesh.dev.hygraph.Access;
import org.fitmesh.dev.hygraph.HygraphStandIn;
import org.fitmesh.dev.server.ApplicationServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Changed metadata over restarts, nodes and races. */
class MetadataIT {

    private static final String RENAMED =
            """
            {"type": "replace_metadata", "args": {"version": 3, "sources": [{"name": "default",
              "kind": "postgres", "tables": [{"table": "users", "configuration":
                {"custom_name": "people"}}]}]}}""";
    private static final String EXPORT =
            "{\"type\": \"export_metadata\", \"version\": 2, \"args\": {}}";
    private static final String PEOPLE = "{ people { id } }";
    private static final String NOBODY = "{\"data\":{\"people\":[]}}";

    private static final String TYPE = "{ __type(name: \"Workout\") { name } }";
    private static final String WORKOUT = "{\"data\":{\"__type\":{\"name\":\"Workout\"}}}";

    private static final int RELOADS = 20;

    /** The commit of a transaction that has made a trigger violates a deferred constraint. */
    private static final String REFUSE_COMMITS =
            """
            create schema refusing;
            create table refusing.twice (n int unique deferrable initially deferred);
            create function refusing.refuse() returns event_trigger language plpgsql as
              $$ begin insert into refusing.twice values (1), (1); end $$;
            create event trigger refuse on ddl_command_end when tag in ('CREATE TRIGGER')
              execute function refusing.refuse()""";

    private final Fitmesh fitmesh = Fitmesh.running();

    @BeforeEach
    @AfterEach
    void packaged() throws Exception {
        fitmesh.reset();
    }

    @Test
    void storedMetadataIsInForceAfterARestart() throws Exception {
        succeed(RENAMED);

        fitmesh.restartServer();

        assertThat(ask(fitmesh.api(), PEOPLE)).isEqualTo(NOBODY);
    }

    @Test
    void aBrokenTriggerInStoredMetadataIsListedAndTheRestWorks() throws Exception {
        String broken =
                """
                {"version": 3, "sources": [{"name": "default", "kind": "postgres", "tables": [
                  {"table": "users", "configuration": {"custom_name": "people"}, "event_triggers": [
                    {"name": "good", "webhook": "https://receiver.example",
                     "definition": {"enable_manual": true}},
                    {"name": "unset", "webhook_from_env": "NO_SUCH_SETTING",
                     "definition": {"enable_manual": true, "insert": {"columns": "*"}}},
                    {"name": "column", "webhook": "https://receiver.example",
                     "definition": {"update": {"columns": ["nam"]}}},
                    {"name": "malformed", "webhook": "https://receiver.example"}]},
                  {"table": "nowhere", "event_triggers": [
                    {"name": "table", "webhook": "https://receiver.example",
                     "definition": {"insert": {"columns": "*"}}}]}]}]}""";
        succeed(RENAMED);
        fitmesh.sql("update fitmesh.metadata set document = '" + broken + "'");

        fitmesh.restartServerWithInconsistentMetadata();

        assertThat(fitmesh.api().get("/healthz").body())
                .isEqualTo("WARN: inconsistent objects in schema");
        JsonNode listed =
                fitmesh.metadata("{\"type\": \"get_inconsistent_metadata\", \"args\": {}}").json();
        assertThat(listed.path("inconsistent_objects").findValuesAsText("name"))
                .contains(
                        "event_trigger unset in table users in source default",
                        "event_trigger column in table users in source default",
                        "event_trigger malformed in table users in source default",
                        "event_trigger table in table nowhere in source default",
                        "table nowhere in source default")
                .noneMatch(name -> name.contains("good"));
        assertThat(ask(fitmesh.api(), PEOPLE)).isEqualTo(NOBODY);
        String invoke =
                "{\"type\": \"pg_invoke_event_trigger\", \"args\": {\"name\": \"good\","
                        + " \"payload\": {}}}";
        assertThat(fitmesh.metadata(invoke).body()).contains("event_id");
    }

    @Test
    void anotherNodeSeesAChangeWithinASecond() throws Exception {
        try (ApplicationServer node = fitmesh.startNode("second", Map.of())) {
            node.awaitHealthy();
            HttpApi second = new HttpApi(node.url());
            assertThat(ask(second, PEOPLE)).contains("validation-failed");

            succeed(RENAMED);
            long changed = System.nanoTime();
            eventually(() -> assertThat(ask(second, PEOPLE)).isEqualTo(NOBODY));

            // A second, and what a busy machine adds.
            assertThat(Duration.ofNanos(System.nanoTime() - changed))
                    .isLessThan(Duration.ofSeconds(5));
            changesOfBothNodesAreKept(second);
            try (HygraphStandIn remote =
                    HygraphStandIn.start(0, Access.token(Fitmesh.HYGRAPH_TOKEN))) {
                fieldsOfAChangedRemoteStay(second, remote);
            }
        }
    }

    private void fieldsOfAChangedRemoteStay(HttpApi second, HygraphStandIn remote) {
        succeed(withRemote(remote, 10, "before"));
        eventually(() -> assertThat(ask(second, TYPE)).isEqualTo(WORKOUT));
        remote.fault(new Fault(Fault.Kind.DELAY, -1, 2000));
        succeed(withRemote(remote, 11, "people"));

        List<String> types = new ArrayList<>();
        eventually(
                () -> {
                    types.add(ask(second, TYPE));
                    assertThat(ask(second, PEOPLE)).isEqualTo(NOBODY);
                });
        types.add(ask(second, TYPE));

        assertThat(types).containsOnly(WORKOUT);
    }

    private void changesOfBothNodesAreKept(HttpApi second) {
        List<HttpApi> nodes = List.of(fitmesh.api(), second);
        List<CompletableFuture<HttpApi.Answer>> answers = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            HttpApi node = nodes.get(i % 2);
            String command = create("race_" + i);
            answers.add(CompletableFuture.supplyAsync(() -> command(node, command)));
        }
        answers.forEach(answer -> assertThat(answer.join().status()).isEqualTo(200));

        String metadata = fitmesh.metadata(EXPORT).body();
        IntStream.range(0, 10).forEach(i -> assertThat(metadata).contains("\"race_" + i + "\""));
    }

    @Test
    void ofTwoChangesToTheSameVersionTheSecondIsRefused() {
        long version = fitmesh.metadata(EXPORT).json().path("resource_version").asLong();

        HttpApi.Answer first = fitmesh.metadata(withVersion(create("first"), version));
        HttpApi.Answer second = fitmesh.metadata(withVersion(create("second"), version));

        assertThat(first.status()).isEqualTo(200);
        assertThat(second.status()).isEqualTo(409);
        assertThat(second.json().path("code").asText()).isEqualTo("conflict");
        assertThat(fitmesh.metadata(EXPORT).body()).contains("first").doesNotContain("\"second\"");
    }

    @Test
    void aRemoteThatAnswersWhileACommandRunsIsInForceAfterIt() throws Exception {
        try (HygraphStandIn remote = HygraphStandIn.start(0, Access.token(Fitmesh.HYGRAPH_TOKEN))) {
            remote.fault(Fault.once(Fault.Kind.SERVER_ERROR));
            remote.fault(new Fault(Fault.Kind.DELAY, 1, 1500));
            succeed(withRemote(remote, 10, "people"));

            HttpApi.Answer created = whileBusy(this::createUntilTheRemoteAnswers);

            assertThat(created.status()).as(created.body()).isEqualTo(200);
            assertThat(ask(fitmesh.api(), TYPE)).isEqualTo(WORKOUT);
        }
    }

    private CompletableFuture<HttpApi.Answer> createUntilTheRemoteAnswers() {
        CompletableFuture<HttpApi.Answer> answer =
                CompletableFuture.supplyAsync(() -> fitmesh.metadata(createInsert("t")));
        eventually(() -> assertThat(ask(fitmesh.api(), TYPE)).isEqualTo(WORKOUT));
        return answer;
    }

    @Test
    void aTableThatIsBusyForLongIsToldAndNothingIsDone() throws Exception {
        String replace =
                """
                {"type": "replace_metadata", "args": {"allow_inconsistent_metadata": true,
                  "metadata": {"version": 3, "sources": [{"name": "default", "tables": [
                    {"table": "users", "event_triggers": [
                      {"name": "t", "webhook": "https://receiver.example",
                       "definition": {"insert": {"columns": "*"}}}]}]}]}}}""";
        for (String command : List.of(createInsert("t"), replace)) {
            HttpApi.Answer answer =
                    whileBusy(() -> CompletableFuture.completedFuture(fitmesh.metadata(command)));

            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.json().path("code").asText()).as(answer.body()).isEqualTo("busy");
            assertThat(fitmesh.metadata(EXPORT).body()).doesNotContain("receiver.example");
        }
    }

    @Test
    void whatCannotBeLoadedAfterAReloadIsLoadedLater() throws Exception {
        String tables =
                """
                {"type": "replace_metadata", "args": {"allow_inconsistent_metadata": true,
                  "metadata": {"version": 3, "sources": [{"name": "default", "tables": [
                    {"table": "late"},
                    {"table": "users", "event_triggers": [
                      {"name": "t", "webhook": "https://receiver.example",
                       "definition": {"insert": {"columns": "*"}}}]}]}]}}}""";
        String late = "{ late { id } }";
        succeed(tables);
        fitmesh.sql("create table public.late (id int primary key)");
        try {
            fitmesh.sql("drop trigger fitmesh_event_t_insert on public.users");
            fitmesh.sql(REFUSE_COMMITS);
            try {
                succeed("{\"type\": \"reload_metadata\", \"args\": {}}");
                assertThat(ask(fitmesh.api(), late)).contains("validation-failed");
            } finally {
                fitmesh.sql("drop event trigger refuse; drop schema refusing cascade");
            }
            eventually(
                    () ->
                            assertThat(ask(fitmesh.api(), late))
                                    .isEqualTo("{\"data\":{\"late\":[]}}"));
        } finally {
            fitmesh.sql("drop table public.late");
        }
    }

    /** What is done while somebody writes to users, and its answer when that has ended. */
    private HttpApi.Answer whileBusy(Callable<CompletableFuture<HttpApi.Answer>> work)
            throws Exception {
        try (Connection writer = fitmesh.connect();
                Statement statement = writer.createStatement()) {
            writer.setAutoCommit(false);
            statement.execute("lock table public.users in row exclusive mode");
            CompletableFuture<HttpApi.Answer> answer = work.call();
            writer.rollback();
            return answer.get();
        }
    }

    /** Who looks for announced metadata asks a new remote at the time of the reload. */
    @Test
    void aRemoteThatIsNewAgainIsInForceAfterEachReload() throws Exception {
        for (int i = 0; i < RELOADS; i++) {
            succeed(RENAMED);
            fitmesh.reset();

            assertThat(ask(fitmesh.api(), TYPE)).as("reload %d", i).isEqualTo(WORKOUT);
        }
    }

    @Test
    void aReadOnlyDatabaseIsTold() throws Exception {
        fitmesh.sql(readOnly("on"));
        fitmesh.sql(
                "select pg_terminate_backend(pid) from pg_stat_activity"
                        + " where pid <> pg_backend_pid() and datname = current_database()");
        try {
            eventually(
                    () -> {
                        HttpApi.Answer answer = fitmesh.metadata(create("t"));
                        assertThat(answer.status()).isEqualTo(500);
                        assertThat(answer.json().path("error").asText())
                                .isEqualTo("the database is read-only");
                    });
            assertThat(fitmesh.metadata(EXPORT).status()).isEqualTo(200);
        } finally {
            fitmesh.sql(
                    "set transaction read write; alter database postgres reset default_transaction_read_only");
            fitmesh.sql(
                    "select pg_terminate_backend(pid) from pg_stat_activity"
                            + " where pid <> pg_backend_pid() and datname = current_database()");
        }
        eventually(() -> assertThat(fitmesh.metadata(create("t")).status()).isEqualTo(200));
    }

    private static String readOnly(String value) {
        return "do $$ begin execute format('alter database %I set default_transaction_read_only = "
                + value
                + "', current_database()); end $$";
    }

    private static String create(String name) {
        return """
               {"type": "pg_create_event_trigger", "args": {"name": "%s", "table": "users",
                "webhook": "https://receiver.example", "enable_manual": true}}"""
                .formatted(name);
    }

    private static String createInsert(String name) {
        return """
               {"type": "pg_create_event_trigger", "args": {"name": "%s", "table": "users",
                "webhook": "https://receiver.example", "insert": {"columns": "*"}}}"""
                .formatted(name);
    }

    /** Metadata with a remote and the table users under a name. */
    private static String withRemote(HygraphStandIn remote, int timeout, String users) {
        return """
               {"type": "replace_metadata", "args": {"allow_inconsistent_metadata": true,
                "metadata": {"version": 3, "sources": [{"name": "default", "tables": [
                  {"table": "users", "configuration": {"custom_name": "%s"}}]}],
                  "remote_schemas": [{"name": "cms", "definition": {
                    "url": "%s", "timeout_seconds": %d,
                    "headers": [{"name": "Authorization",
                                 "value_from_env": "HYGRAPH_FULL_ACCESS_TOKEN"}]}}]}}}"""
                .formatted(users, remote.endpoint(), timeout);
    }

    private static String withVersion(String command, long version) {
        return command.replaceFirst("\\{", "{\"resource_version\": " + version + ", ");
    }

    private void succeed(String command) {
        HttpApi.Answer answer = fitmesh.metadata(command);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    private static HttpApi.Answer command(HttpApi node, String command) {
        byte[] body = command.getBytes(StandardCharsets.UTF_8);
        return node.send("POST", "/v1/metadata", body, Fitmesh.adminHeaders());
    }

    private static String ask(HttpApi node, String query) {
        return node.graphql(query, null, Fitmesh.adminHeaders()).body();
    }
}
