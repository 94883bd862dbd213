package org.fitmesh.remote.join;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.fitmesh.error.ErrorCode;
import org.fitmesh.error.RequestException;
import org.fitmesh.graphql.operation.Operation;
import org.fitmesh.metadata.RemoteRelationship;
import org.fitmesh.remote.Caller;
import org.fitmesh.remote.Cases;
import org.fitmesh.remote.RemoteClient;
import org.fitmesh.remote.RemoteSchema;
import org.fitmesh.remote.RemoteServer;
import org.fitmesh.remote.TestTypes;
import org.fitmesh.telemetry.RemoteCalls;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class RemoteJoinerTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String WORKOUT =
            """
            {"name": "workout", "columns": ["slug"],
             "path": [{"field": "workout", "arguments": {"where": {"slug": "$slug"}}}]}
            """;
    private static final String QUERY = "{ sessions { id workout { slug } } }";

    private final RemoteServer server = new RemoteServer();
    private final RemoteClient client =
            RemoteClient.of(server.definition(), RemoteServer.NO_SETTINGS, new RemoteCalls());
    private final RemoteSchema remote = new RemoteSchema(server.definition(), TestTypes.hygraph());

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    @TestFactory
    Stream<DynamicTest> joins() {
        return Cases.of("join/joins.yaml", this::check);
    }

    private void check(JsonNode item) {
        server.requests().clear();
        ObjectNode data = json(item.path("rows").asText());
        String operation = item.path("operation").asText();
        String relationship = item.path("relationship").toString();
        boolean usual = item.path("relationship").isMissingNode();
        run(usual ? WORKOUT : relationship, operation, item.get("variables"), data, 500);
        assertThat(data.toString()).isEqualTo(item.path("answer").asText());
        if (item.path("query").isMissingNode()) {
            assertThat(server.requests()).isEmpty();
            return;
        }
        assertThat(server.requests()).hasSize(1);
        JsonNode request = server.requests().get(0);
        assertThat(request.path("query").asText()).isEqualTo(item.path("query").asText().strip());
        assertThat(request.path("variables")).isEqualTo(item.path("sent"));
    }

    @Test
    void aHundredRowsOverTwentySlugsAreOneRequest() {
        ObjectNode data = rows(100, 20);
        run(WORKOUT, QUERY, null, data, 500);
        assertThat(server.requests()).hasSize(1);
        assertThat(server.requests().get(0).path("variables")).hasSize(20);
        assertThat(json(data.toString()).path("sessions"))
                .hasSize(100)
                .allSatisfy(
                        row -> {
                            int number = row.path("id").asInt() % 20;
                            assertThat(row.path("workout").path("slug").asText())
                                    .isEqualTo("slug-" + number);
                            assertThat(row.has("__slug")).isFalse();
                        });
    }

    @Test
    void fiveThousandKeysAreTenRequests() {
        ObjectNode data = rows(5000, 5000);
        run(WORKOUT, QUERY, null, data, RemoteJoiner.DEFAULT_BATCH_SIZE);
        assertThat(server.requests()).hasSize(10);
        assertThat(json(data.toString()).path("sessions").get(4999).path("workout").path("slug"))
                .hasToString("\"slug-4999\"");
    }

    @Test
    void remoteErrorsBecomeOneError() {
        String broken =
                "{\"name\": \"broken\", \"columns\": [], \"path\": [{\"field\": \"broken\","
                        + " \"arguments\": {}}]}";
        RequestException e =
                failure(() -> run(broken, "{ sessions { broken } }", null, rows(1, 1), 500));
        assertThat(e.code()).isEqualTo(ErrorCode.UNEXPECTED);
        assertThat(e).hasMessage("Errors from remote server");
        assertThat(e.path()).hasToString("ErrorPath[text=$]");
        assertThat(json(e.internalJson().orElseThrow()).path("errors").path(0).path("message"))
                .asString()
                .contains("out of order");
    }

    @Test
    void aRemoteThatIsDownIsARemoteSchemaError() {
        server.fault(exchange -> RemoteServer.send(exchange, 500, "text/html", "<p>"));
        RequestException e = failure(() -> run(WORKOUT, QUERY, null, rows(3, 3), 500));
        assertThat(e.code()).isEqualTo(ErrorCode.REMOTE_SCHEMA_ERROR);
    }

    @Test
    void anAnswerWithoutTheAliasIsARemoteSchemaError() {
        server.fault(
                exchange -> RemoteServer.send(exchange, 200, "application/json", "{\"data\":{}}"));
        RequestException e = failure(() -> run(WORKOUT, QUERY, null, rows(3, 3), 500));
        assertThat(e.code()).isEqualTo(ErrorCode.REMOTE_SCHEMA_ERROR);
        assertThat(e).hasMessage("expecting key j0");
    }

    private void run(
            String relationship, String text, JsonNode variables, ObjectNode data, int batch) {
        JsonNode given = json("{\"list\": [" + relationship + "]}").path("list");
        List<RemoteRelationship> relationships = new ArrayList<>();
        (given.get(0).isArray() ? given.get(0) : given)
                .forEach(one -> relationships.add(TestPlan.relationship(one)));
        TestPlan plan = new TestPlan(remote, relationships);
        Operation operation = plan.operation(text);
        new RemoteJoiner(plan.tree(operation), operation.variables(), batch)
                .join(data, variables, Caller.SERVER, name -> client);
    }

    private static RequestException failure(Runnable run) {
        return catchThrowableOfType(RequestException.class, run::run);
    }

    private static ObjectNode rows(int count, int slugs) {
        ObjectNode data = JSON.createObjectNode();
        var sessions = data.putArray("sessions");
        for (int i = 0; i < count; i++) {
            sessions.addObject().put("__slug", "slug-" + i % slugs).put("id", i);
        }
        return data;
    }

    private static ObjectNode json(String text) {
        try {
            return (ObjectNode) JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
