package org.fitmesh.test;

import java.util.HashMap;
import java.util.Map;
import org.fitmesh.dev.server.PayaraMicro;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Java code in the WAR asks who calls ({@code org.fitmesh.testapp.caller}). */
class CallerIT {
    private static final Fitmesh FITMESH = Fitmesh.running();
    private static PayaraMicro server;
    private static HttpApi api;

    @BeforeAll
    static void start() throws Exception {
        server = FITMESH.startNode("caller", "org.fitmesh.testapp.caller", Map.of());
        server.awaitHealthy();
        api = new HttpApi(server.url());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void explore() {
        show("nothing", "/who", Map.of());
        show("public", "/who/login", Map.of());
        show("admin", "/who/login", Fitmesh.adminHeaders());
        Map<String, String> asUser = new HashMap<>(Fitmesh.adminHeaders());
        asUser.put("x-hasura-role", "user");
        asUser.put("x-hasura-user-id", "u7");
        show("admin as user", "/who/login", asUser);
        show("user", "/who/login", FITMESH.bearer("auth0|alice", "user"));
        show("coach", "/who/login", FITMESH.bearer("auth0|carl", "coach"));
        show("undeclared", "/who/login", FITMESH.bearer("auth0|carl", "undeclared"));
        show("twice", "/who/twice", FITMESH.bearer("auth0|alice", "user"));
        show("nothing", "/who", FITMESH.bearer("auth0|alice", "user"));
    }

    private static void show(String what, String path, Map<String, String> headers) {
        HttpApi.Answer answer = api.send("GET", path, new byte[0], headers);
        System.out.println("===== " + what + " " + answer.status() + " " + answer.headers());
        System.out.println(answer.body());
    }
}
