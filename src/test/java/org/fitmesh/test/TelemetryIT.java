package org.fitmesh.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fitmesh.test.Eventually.eventually;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.opentelemetry.proto.trace.v1.Span.SpanKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fitmesh.dev.http.Fault;
import org.fitmesh.dev.http.Fault.Kind;
import org.fitmesh.dev.http.Request;
import org.fitmesh.dev.server.ApplicationServer;
import org.fitmesh.dev.webhook.Delivery;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an operator sees of requests and deliveries: metrics, log lines, traces. */
class TelemetryIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TRACE = "0af7651916cd43dd8448eb211c80319";
    private static final String SPAN = "b7ad6b7169203331";

    private static final Fitmesh FITMESH = Fitmesh.running();
    private static OtlpReceiver collector;
    private static ApplicationServer node;
    private static HttpApi api;

    @BeforeAll
    static void start() throws Exception {
        FITMESH.sql("drop database if exists telemetry with (force)");
        FITMESH.sql("create database telemetry");
        collector = new OtlpReceiver();
        node =
                FITMESH.startNode(
                        "telemetry",
                        Map.of(
                                "HASURA_GRAPHQL_DATABASE_URL",
                                FITMESH.databaseUrl("telemetry"),
                                "HASURA_GRAPHQL_ENABLED_LOG_TYPES",
                                "http-log,query-log",
                                "OTEL_SDK_DISABLED",
                                "false",
                                "OTEL_EXPORTER_OTLP_PROTOCOL",
                                "http/protobuf",
                                "OTEL_EXPORTER_OTLP_ENDPOINT",
                                collector.endpoint(),
                                "OTEL_METRICS_EXPORTER",
                                "none",
                                "OTEL_LOGS_EXPORTER",
                                "none",
                                "OTEL_BSP_SCHEDULE_DELAY",
                                "200"));
        node.awaitHealthy();
        api = new HttpApi(node.url());
        eventually(() -> assertThat(api.get("/healthz").body()).isEqualTo("OK"));
        FITMESH.sql("telemetry", "insert into users (id) values ('alice')");
        createTrigger("told", "/told", 0);
        createTrigger("refused", "/refused", 0);
    }

    @AfterAll
    static void stop() {
        node.close();
        collector.close();
    }

    @BeforeEach
    void reset() throws Exception {
        FITMESH.reset();
    }

    @Test
    void requestsAreCountedUnderHasurasNames() {
        double queries = requests("query", "success");
        double failures = requests("query", "failed");
        double unknown = requests("unknown", "failed");
        double mutations = requests("mutation", "success");
        double timed =
                api.metric(
                        "hasura_graphql_execution_time_seconds_count", "operation_type=\"query\"");

        admin("query A { sessions { id } }");
        admin("{ nothing { id } }");
        admin("{ sessions ");
        api.graphql("{ sessions { id } }", null, Map.of("x-hasura-admin-secret", "wrong"));
        admin("mutation { update_sessions(where: {}, _set: {slug: \"x\"}) { affected_rows } }");

        assertThat(requests("query", "success")).isEqualTo(queries + 1);
        assertThat(requests("query", "failed")).isEqualTo(failures + 1);
        assertThat(requests("unknown", "failed")).isEqualTo(unknown + 2);
        assertThat(requests("mutation", "success")).isEqualTo(mutations + 1);
        assertThat(
                        api.metric(
                                "hasura_graphql_execution_time_seconds_count",
                                "operation_type=\"query\""))
                .isEqualTo(timed + 1);
        assertThat(
                        api.metric(
                                "hasura_graphql_execution_time_seconds_bucket",
                                "le=\"+Inf\"",
                                "operation_type=\"query\""))
                .isEqualTo(timed + 1);
        assertThat(api.metric("hasura_http_connections")).isZero();
        assertThat(api.metric("hasura_postgres_connections", "source_name=\"default\"")).isZero();
        assertThat(
                        api.metric(
                                "hasura_postgres_pool_wait_time_seconds_count",
                                "source_name=\"default\""))
                .isPositive();
    }

    @Test
    void theSourceIsLabelledWithItsNameInTheMetadata() {
        String fitdb = "source_name=\"fitdb\"";
        rename("default", "fitdb");
        try {
            admin("{ sessions { id } }");

            assertThat(api.metric("hasura_postgres_pool_wait_time_seconds_count", fitdb))
                    .isPositive();
            assertThat(api.metric("hasura_postgres_connections", fitdb)).isZero();
            assertThat(api.get("/metrics").body()).doesNotContain("source_name=\"default\"");
        } finally {
            rename("fitdb", "default");
        }
    }

    private static void rename(String from, String to) {
        command(
                """
                {"type": "rename_source", "args": {"name": "%s", "new_name": "%s"}}
                """
                        .formatted(from, to));
    }

    @Test
    void cachesSayHowOftenTheyHelped() {
        admin("query Kept { sessions { id } }");
        double hits =
                api.metric("fitmesh_cache_requests_total", "cache=\"plans\"", "result=\"hit\"");
        double misses =
                api.metric("fitmesh_cache_requests_total", "cache=\"plans\"", "result=\"miss\"");

        admin("query Kept { sessions { id } }");

        assertThat(api.metric("fitmesh_cache_requests_total", "cache=\"plans\"", "result=\"hit\""))
                .isEqualTo(hits + 1);
        assertThat(api.metric("fitmesh_cache_requests_total", "cache=\"plans\"", "result=\"miss\""))
                .isEqualTo(misses);
        assertThat(api.metric("fitmesh_cache_entries", "cache=\"plans\"")).isPositive();
    }

    @Test
    void remotesAreCountedByName() {
        String[] good = {"remote_schema=\"hygraph\"", "status=\"success\""};
        String[] bad = {"remote_schema=\"hygraph\"", "status=\"failed\""};
        double succeeded = api.metric("fitmesh_remote_requests_total", good);
        double failed = api.metric("fitmesh_remote_requests_total", bad);

        admin("{ workouts { title } }");
        FITMESH.hygraph().fault(Fault.once(Kind.SERVER_ERROR));
        admin("{ workouts { title } }");

        assertThat(api.metric("fitmesh_remote_requests_total", good)).isEqualTo(succeeded + 1);
        assertThat(api.metric("fitmesh_remote_requests_total", bad)).isEqualTo(failed + 1);
    }

    @Test
    void deliveriesAreCountedByTrigger() throws Exception {
        FITMESH.webhook().fault(Fault.once(Kind.SERVER_ERROR).on("/refused"));
        FITMESH.sql("telemetry", "insert into sessions (user_id, slug) values ('alice', 'fran')");

        eventually(
                () -> {
                    assertThat(events("hasura_event_processed_total", "told", "success"))
                            .isPositive();
                    assertThat(events("hasura_event_invocations_total", "told", "success"))
                            .isPositive();
                    assertThat(events("hasura_event_processed_total", "refused", "failed"))
                            .isPositive();
                    assertThat(
                                    api.metric(
                                            "hasura_event_queue_time_seconds_count",
                                            "trigger_name=\"told\""))
                            .isPositive();
                    assertThat(
                                    api.metric(
                                            "hasura_event_processing_time_seconds_count",
                                            "trigger_name=\"refused\""))
                            .isPositive();
                    assertThat(api.metric("hasura_event_trigger_http_workers")).isZero();
                });
    }

    @Test
    void everyRequestHasALineWithoutAnyValueOfTheClient() throws Exception {
        api.graphql(
                "query Mine($s: String) {"
                        + " sessions(where: {slug: {_eq: $s}, notes: {_eq: \"my-literal\"}}) { id } }",
                JSON.createObjectNode().put("s", "my-variable"),
                with(FITMESH.bearer("my-user", "user"), "x-request-id", "line-1"));
        api.graphql(
                "{ sessions_by_pk(id: \"my-broken-id\") { id } }",
                null,
                with(Fitmesh.adminHeaders(), "x-request-id", "line-2"));

        JsonNode good = line("http-log", "line-1");
        assertThat(good.at("/level").asText()).isEqualTo("info");
        assertThat(good.at("/timestamp").asText())
                .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}\\+0000");
        JsonNode operation = good.at("/detail/operation");
        assertThat(operation.at("/operation_name").asText()).isEqualTo("Mine");
        assertThat(operation.at("/operation_type").asText()).isEqualTo("query");
        assertThat(operation.at("/user_vars").toString()).isEqualTo("{\"x-hasura-role\":\"user\"}");
        assertThat(operation.at("/query_execution_time").asDouble()).isPositive();
        assertThat(good.at("/detail/http_info/status").asInt()).isEqualTo(200);
        assertThat(good.at("/detail/http_info/url").asText()).isEqualTo("/v1/graphql");
        JsonNode failed = line("http-log", "line-2");
        assertThat(failed.at("/level").asText()).isEqualTo("error");
        assertThat(failed.at("/detail/operation/error/code").asText()).isEqualTo("data-exception");
        JsonNode query = line("query-log", "line-1");
        assertThat(query.at("/detail/kind").asText()).isEqualTo("database");
        assertThat(query.at("/detail/query/query").asText()).contains("sessions").contains("notes");
        assertThat(query.at("/detail/generated_sql/sessions/query").asText())
                .contains("\"public\".\"sessions\"");

        assertThat(String.join("\n", node.log()))
                .doesNotContain("my-variable")
                .doesNotContain("my-literal")
                .doesNotContain("my-broken-id")
                .doesNotContain("my-user")
                .doesNotContain(Fitmesh.ADMIN_SECRET);
    }

    @Test
    void aTraceGoesFromTheClientThroughStatementAndRemoteToTheWebhook() throws Exception {
        String trace = TRACE + "1";
        traced(
                trace,
                "mutation Log { insert_sessions_one("
                        + "object: {user_id: \"alice\", slug: \"murph\"}) { workout { title } } }");

        eventually(
                () -> {
                    List<OtlpReceiver.Seen> spans = collector.trace(trace);
                    OtlpReceiver.Seen request = named(spans, "mutation Log");
                    assertThat(ancestors(request, spans)).endsWith(SPAN);
                    assertThat(request.attributes())
                            .containsEntry("graphql.operation.type", "mutation")
                            .containsEntry("graphql.operation.name", "Log")
                            .containsEntry("http.response.status_code", "200");
                    OtlpReceiver.Seen statement = named(spans, "postgresql insert_sessions_one");
                    assertThat(statement.parent()).isEqualTo(request.id());
                    assertThat(statement.kind()).isEqualTo(SpanKind.SPAN_KIND_CLIENT);
                    assertThat(statement.attributes().get("db.statement"))
                            .contains("INSERT INTO")
                            .doesNotContain("murph");
                    OtlpReceiver.Seen remote = named(spans, "remote schema hygraph");
                    assertThat(remote.parent()).isEqualTo(request.id());
                    assertThat(parentAt(hygraphRequest())).startsWith("00-" + trace);
                    OtlpReceiver.Seen delivery = named(spans, "event trigger told");
                    assertThat(delivery.parent()).isEqualTo(request.id());
                    assertThat(delivered("/told").headers().get("traceparent"))
                            .isEqualTo("00-" + trace + "-" + delivery.id() + "-01");
                });
    }

    @Test
    void aFailureIsTheSpansToo() throws Exception {
        String trace = TRACE + "2";
        FITMESH.hygraph().fault(Fault.once(Kind.SERVER_ERROR));
        traced(trace, "query Away { workouts { title } }");

        eventually(
                () -> {
                    List<OtlpReceiver.Seen> spans = collector.trace(trace);
                    assertThat(named(spans, "query Away").failed()).isTrue();
                    assertThat(named(spans, "remote schema hygraph").failed()).isTrue();
                });
    }

    private static void traced(String trace, String query) {
        HttpApi.Answer answer =
                api.graphql(
                        query,
                        null,
                        with(
                                Fitmesh.adminHeaders(),
                                "traceparent",
                                "00-" + trace + "-" + SPAN + "-01"));
        assertThat(answer.status()).isEqualTo(200);
    }

    /** The span ids above one, outermost last: a server may have made a span of its own. */
    private static List<String> ancestors(OtlpReceiver.Seen span, List<OtlpReceiver.Seen> all) {
        Optional<OtlpReceiver.Seen> parent =
                all.stream().filter(s -> s.id().equals(span.parent())).findFirst();
        return parent.isPresent()
                ? List.of(span.parent(), parent.get().parent())
                : List.of(span.parent());
    }

    private static OtlpReceiver.Seen named(List<OtlpReceiver.Seen> spans, String name) {
        assertThat(spans).extracting(OtlpReceiver.Seen::name).contains(name);
        return spans.stream().filter(s -> s.name().equals(name)).findFirst().orElseThrow();
    }

    private static Request hygraphRequest() {
        List<Request> requests = FITMESH.hygraph().requests();
        assertThat(requests).isNotEmpty();
        return requests.get(requests.size() - 1);
    }

    private static String parentAt(Request request) {
        return request.header("traceparent").orElse("none");
    }

    private static Delivery delivered(String path) {
        List<Delivery> deliveries = FITMESH.webhook().deliveries(path);
        assertThat(deliveries).isNotEmpty();
        return deliveries.get(0);
    }

    private static void createTrigger(String name, String path, int retries) {
        String command =
                """
                {"type": "pg_create_event_trigger", "args": {"name": "%s", "source": "default",
                 "table": {"schema": "public", "name": "sessions"}, "webhook": "%s",
                 "insert": {"columns": "*"}, "retry_conf": {"num_retries": %d}}}
                """
                        .formatted(name, FITMESH.webhook().address(path), retries);
        command(command);
    }

    private static void command(String command) {
        HttpApi.Answer answer =
                api.send(
                        "POST",
                        "/v1/metadata",
                        command.getBytes(StandardCharsets.UTF_8),
                        Fitmesh.adminHeaders());
        assertThat(answer.body()).contains("success");
    }

    private static void admin(String query) {
        api.graphql(query, null, Fitmesh.adminHeaders());
    }

    private static Map<String, String> with(
            Map<String, String> headers, String name, String value) {
        Map<String, String> all = new HashMap<>(headers);
        all.put(name, value);
        return all;
    }

    private static double requests(String type, String status) {
        return api.metric(
                "hasura_graphql_requests_total",
                "operation_type=\"" + type + "\"",
                "response_status=\"" + status + "\"");
    }

    private static double events(String name, String trigger, String status) {
        return api.metric(name, "trigger_name=\"" + trigger + "\"", "status=\"" + status + "\"");
    }

    /** The only line of that type for that request. */
    private static JsonNode line(String type, String requestId) throws IOException {
        String start = "{\"type\":\"" + type + "\"";
        String id = "\"request_id\":\"" + requestId + "\"";
        eventually(
                () ->
                        assertThat(node.log())
                                .filteredOn(l -> l.startsWith(start) && l.contains(id))
                                .hasSize(1));
        for (String line : node.log()) {
            if (line.startsWith(start) && line.contains(id)) {
                return JSON.readTree(line);
            }
        }
        throw new IllegalStateException();
    }
}
