package org.fitmesh.test;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.fitmesh.dev.http.Fault;
import org.fitmesh.dev.http.Request;
import org.fitmesh.dev.webhook.WebhookReceiver;

/**
 * One step of a case: a request and what must come of it, or one of
 *
 * <ul>
 *   <li>{@code sql}, with {@code result}: SQL, and the text in the first column of its first row
 *   <li>{@code metadata}, with {@code response} and what else is expected of an answer: a command
 *       of the administrator
 *   <li>{@code fault}: what the stand-in for Hygraph does from now on ({@link Fault.Kind}), or
 *       {@code none}
 *   <li>{@code webhook}: the same of the receiver of webhooks; or {@code {status, body, path}}:
 *       what it answers from now on
 *   <li>{@code rate}: how many requests per second it takes from now on; 0 for any number
 * </ul>
 *
 * With {@code eventually: true} a step is tried again for some seconds while it fails.
 *
 * <p>A request is written in the shape of Hasura's own tests: {@code method, url, headers, query}
 * (a JSON body) or {@code body} (text sent as it is), or shorter with {@code graphql} (the text of
 * the query), {@code variables} and {@code operation}; {@link Placeholders} are filled in. {@link
 * ExpectedAnswer} says what is expected of the answer; beside it {@code statements} is how many
 * statements PostgreSQL may run on the tables, and {@code remote_requests} how many requests
 * Hygraph may get, and {@code webhook_requests} which the receiver of webhooks gets ({@link
 * WebhookRequests}). {@code ${webhook}} is its address.
 */
record HttpStep(JsonNode step) {

    void run(Fitmesh fitmesh, HttpApi api) throws SQLException {
        if (step.path("eventually").asBoolean()) {
            Eventually.eventually(() -> once(fitmesh, api));
        } else {
            once(fitmesh, api);
        }
    }

    private void once(Fitmesh fitmesh, HttpApi api) throws SQLException {
        if (step.has("sql")) {
            sql(fitmesh);
        } else if (step.has("fault")) {
            fault(fitmesh, step.get("fault").asText().toUpperCase(Locale.ROOT));
        } else if (step.has("webhook")) {
            webhook(fitmesh, step.get("webhook"));
        } else if (step.has("rate")) {
            fitmesh.hygraph().rate(step.get("rate").asInt());
        } else {
            request(fitmesh, api);
        }
    }

    private void sql(Fitmesh fitmesh) throws SQLException {
        try (Connection connection = fitmesh.connect();
                Statement statement = connection.createStatement()) {
            boolean rows = statement.execute(step.get("sql").asText());
            if (!step.has("result")) return;
            assertThat(rows).isTrue();
            ResultSet result = statement.getResultSet();
            assertThat(result.next()).isTrue();
            assertThat(result.getString(1)).isEqualTo(step.get("result").asText());
        }
    }

    private static void fault(Fitmesh fitmesh, String kind) {
        fitmesh.hygraph().clearFaults();
        if (kind.equals("NONE")) return;
        fitmesh.hygraph().fault(Fault.always(Fault.Kind.valueOf(kind)));
    }

    private static void webhook(Fitmesh fitmesh, JsonNode wanted) {
        WebhookReceiver receiver = fitmesh.webhook();
        receiver.clearFaults();
        if (wanted.isObject()) {
            receiver.answer(
                    wanted.path("path").asText(),
                    wanted.path("status").asInt(200),
                    new Placeholders(fitmesh.issuer()).fill(wanted.path("body").asText()));
            return;
        }
        String kind = wanted.asText().toUpperCase(Locale.ROOT);
        if (kind.equals("NONE")) {
            receiver.clearAnswers();
        } else {
            receiver.fault(Fault.always(Fault.Kind.valueOf(kind)));
        }
    }

    private void request(Fitmesh fitmesh, HttpApi api) throws SQLException {
        boolean counts = step.has("statements");
        if (counts) fitmesh.resetStatements();
        fitmesh.hygraph().clearRequests();
        Placeholders placeholders = new Placeholders(fitmesh.issuer());
        WebhookRequests ofWebhook = WebhookRequests.from(fitmesh.webhook());
        HttpApi.Answer answer =
                api.send(
                        step.path("method").asText("POST"),
                        step.path("url").asText(path()),
                        placeholders.fill(body(fitmesh)).getBytes(StandardCharsets.UTF_8),
                        headers(placeholders));
        new ExpectedAnswer(step).check(answer, placeholders);
        if (counts) {
            assertThat(fitmesh.statements("\"public\".\""))
                    .as("statements on the tables")
                    .isEqualTo(step.get("statements").asLong());
        }
        if (step.has("webhook_requests")) {
            ofWebhook.check(step.get("webhook_requests"));
        }
        if (step.has("remote_requests")) {
            assertThat(remoteRequests(fitmesh))
                    .as("requests to Hygraph")
                    .hasSize(step.get("remote_requests").asInt());
        }
    }

    /** Fitmesh asks for the types of a remote in the background, perhaps right now. */
    private static List<String> remoteRequests(Fitmesh fitmesh) {
        return fitmesh.hygraph().requests().stream()
                .map(Request::body)
                .filter(body -> !body.contains("__schema"))
                .toList();
    }

    private String path() {
        return step.has("metadata") ? "/v1/metadata" : "/v1/graphql";
    }

    private String body(Fitmesh fitmesh) {
        return body().replace("${webhook}", fitmesh.webhook().address("").toString());
    }

    private String body() {
        if (step.has("metadata")) return step.get("metadata").toString();
        if (step.has("body")) return step.get("body").asText();
        if (step.has("query")) return step.get("query").toString();
        if (!step.has("graphql")) return "";
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.set("query", step.get("graphql"));
        if (step.has("variables")) body.set("variables", step.get("variables"));
        if (step.has("operation")) body.set("operationName", step.get("operation"));
        return body.toString();
    }

    private Map<String, String> headers(Placeholders placeholders) {
        Map<String, String> headers = new LinkedHashMap<>();
        if (step.has("metadata") && !step.has("headers")) headers.putAll(Fitmesh.adminHeaders());
        for (var header : step.path("headers").properties()) {
            headers.put(header.getKey(), placeholders.fill(header.getValue().asText()));
        }
        return headers;
    }
}
