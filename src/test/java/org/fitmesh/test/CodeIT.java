package org.fitmesh.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.fitmesh.dev.server.ApplicationServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Java code in the WAR offers GraphQL ({@code org.fitmesh.codeapp}). */
class CodeIT {
    private static final Fitmesh FITMESH = Fitmesh.running();
    private static ApplicationServer server;
    private static HttpApi api;

    @BeforeAll
    static void start() throws Exception {
        server = node();
    }

    private static ApplicationServer node() throws Exception {
        ApplicationServer started = FITMESH.startNode("code", "org.fitmesh.codeapp", Map.of());
        started.awaitHealthy();
        api = new HttpApi(started.url());
        return started;
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void rows() throws Exception {
        FITMESH.reset();
        FITMESH.sql(
                "insert into users (id, name) values ('alice', 'Alice'), ('bob', 'Bob');"
                        + " insert into sessions (id, user_id, slug) values"
                        + " ('00000000-0000-0000-0000-000000000001', 'alice', 'fran')");
    }

    @Test
    void theBeansOfAJarWithoutAnIndexAreFound() {
        assertThat(api.get("/code").body())
                .startsWith(
                        "[hello, lastSession, living, me, memberCount, members, popular_workouts,"
                                + " training_summary, twice, wish]\n"
                                + "[enlist, join, joinBlank, log_workout, refuse]\n")
                .contains("[count, shout]")
                .doesNotContain("Inconsistency");
    }

    @Test
    void entitiesAreTheirKeys() {
        assertThat(ask("{ members lastSession memberCount }"))
                .isEqualTo(
                        "{\"members\":[@alice,@bob],\"lastSession\":%s,\"memberCount\":2}"
                                .formatted(
                                        "{\"type\":\"org.fitmesh.fit.Session\",\"key\":"
                                                + "[\"00000000-0000-0000-0000-000000000001\"]}")
                                .replaceAll("@(\\w+)", user("$1")));
    }

    @Test
    void fieldsOfEntitiesTakeOneStatement() throws Exception {
        FITMESH.resetStatements();

        assertThat(
                        post(
                                "{\"document\": \"{_source_users {shout(word: \\\"hi\\\") count}}\","
                                        + " \"rows\": [\"bob\", \"nobody\", \"alice\", \"bob\"]}"))
                .isEqualTo(
                        "[{\"shout\":\"hi BOB\",\"count\":0},null,{\"shout\":\"hi ALICE\",\"count\":1},"
                                + "{\"shout\":\"hi BOB\",\"count\":0}]");
        assertThat(FITMESH.statements("jsonb_populate_recordset")).isEqualTo(1);
    }

    @Test
    void theContainerValidatesArguments() {
        assertThat(ask("{ a: hello(who: \\\" \\\") }"))
                .isEqualTo(error("who must not be blank", "validation-failed", "a.args.who"));
        assertThat(ask("{ wish(wish: {title: \\\"x\\\", parts: [{count: 1}, {count: 0}]}) }"))
                .isEqualTo(
                        error(
                                "wish.parts[1].count must be greater than or equal to 1",
                                "validation-failed",
                                "wish.args.wish.parts[1].count"));
        assertThat(ask("{ twice(number: -1) }"))
                .isEqualTo(
                        error(
                                "number must be greater than 0",
                                "validation-failed",
                                "twice.args.number"));
        assertThat(ask("mutation { joinBlank }"))
                .contains("validation-failed", "must not be blank");
    }

    @Test
    void validationHappensOnce() {
        int before = Integer.parseInt(api.get("/code/validations").body());

        assertThat(ask("{ hello(who: \\\"x\\\") }")).isEqualTo("{\"hello\":\"hello x\"}");

        assertThat(api.get("/code/validations").body()).isEqualTo(Integer.toString(before + 1));
    }

    @Test
    void mutationsHaveTransactionsOfTheirOwn() throws Exception {
        assertThat(ask("mutation { join(id: \\\"eve\\\") enlist(id: \\\"kim\\\") }"))
                .isEqualTo("{\"join\":@eve,\"enlist\":@kim}".replaceAll("@(\\w+)", user("$1")));
        assertThat(ask("mutation { refuse(id: \\\"zoe\\\") }"))
                .isEqualTo(error("no more members", "unexpected", "refuse"));
        assertThat(ask("mutation { enlist(id: \\\"fails\\\") }"))
                .isEqualTo(error("internal error", "unexpected", "enlist"));
        assertThat(ask("{ memberCount }")).isEqualTo("{\"memberCount\":4}");
    }

    @Test
    void aTransactionOfTheCallerIsJoinedAndSeen() {
        assertThat(
                        post(
                                "{\"rollback\": true, \"document\": \"mutation { join(id: \\\"eve\\\") }\","
                                        + " \"then\": {\"document\": \"{_source_users {count}}\","
                                        + " \"rows\": [\"eve\"]}}"))
                .isEqualTo(
                        "{\"first\":{\"join\":@eve},\"then\":[{\"count\":0}]}"
                                .replaceAll("@(\\w+)", user("$1")));
        assertThat(ask("{ memberCount }")).isEqualTo("{\"memberCount\":2}");
    }

    @Test
    void dependentBeansEndAfterTheirCall() {
        assertThat(ask("{ living(fail: false) }")).isEqualTo("{\"living\":1}");
        assertThat(ask("{ living(fail: true) }")).contains("internal error");
        assertThat(ask("{ living(fail: false) }")).isEqualTo("{\"living\":1}");
    }

    @Test
    void itWorksAfterARestartOnTheSameFolder() throws Exception {
        server.close();
        server = node();

        assertThat(ask("{ hello(who: \\\"x\\\") memberCount }"))
                .isEqualTo("{\"hello\":\"hello x\",\"memberCount\":2}");
    }

    private static String user(String id) {
        return "{\"type\":\"org.fitmesh.fit.User\",\"key\":[\"" + id + "\"]}";
    }

    private static String error(String message, String code, String path) {
        return "{\"error\":\"%s\",\"code\":\"%s\",\"path\":\"$.selectionSet.%s\"}"
                .formatted(message, code, path);
    }

    private static String ask(String document) {
        return post("{\"document\": \"" + document + "\"}");
    }

    private static String post(String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return api.send("POST", "/code", bytes, Map.of()).body();
    }
}
