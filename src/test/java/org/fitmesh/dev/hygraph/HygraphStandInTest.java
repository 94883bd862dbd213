package org.fitmesh.dev.hygraph;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.fitmesh.dev.http.Fault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class HygraphStandInTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final String COUNT = "{\"query\":\"{workoutsConnection{aggregate{count}}}\"}";

    private final HttpClient client = HttpClient.newHttpClient();
    private HygraphStandIn hygraph;

    @BeforeEach
    void start() throws IOException {
        hygraph = HygraphStandIn.start(0, Access.token("secret"));
    }

    @AfterEach
    void stop() throws IOException {
        hygraph.close();
    }

    /** Each case of calls.yaml is a list of calls against fresh content. */
    @TestFactory
    Stream<DynamicTest> calls() throws IOException {
        try (InputStream in = getClass().getResourceAsStream("calls.yaml")) {
            JsonNode cases = YAML.readTree(in);
            return StreamSupport.stream(cases.spliterator(), false)
                    .map(it -> DynamicTest.dynamicTest(it.get("case").asText(), () -> run(it)));
        }
    }

    @Test
    void refusesWithoutTheToken() throws Exception {
        assertThat(send(COUNT, null).statusCode()).isEqualTo(401);
        assertThat(send(COUNT, "Bearer wrong").statusCode()).isEqualTo(401);
        assertThat(send(COUNT, "Bearer secret").statusCode()).isEqualTo(200);
    }

    @Test
    void publicReadsStillRefuseMutations() throws Exception {
        hygraph.close();
        hygraph = HygraphStandIn.start(0, new Access("secret", true));
        String publish = "{\"query\":\"mutation{publishWorkout(where:{slug:\\\"fran\\\"}){id}}\"}";
        assertThat(send(COUNT, null).statusCode()).isEqualTo(200);
        HttpResponse<String> refused = send(publish, null);
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("not allowed");
        assertThat(send(publish, "Bearer secret").statusCode()).isEqualTo(200);
    }

    @Test
    void answers429AboveTheRate() throws Exception {
        hygraph.rate(2);
        assertThat(send(COUNT, "Bearer secret").statusCode()).isEqualTo(200);
        assertThat(send(COUNT, "Bearer secret").statusCode()).isEqualTo(200);
        HttpResponse<String> third = send(COUNT, "Bearer secret");
        assertThat(third.statusCode()).isEqualTo(429);
        assertThat(third.headers().firstValue("Retry-After")).hasValue("1");
        hygraph.rate(0);
        assertThat(send(COUNT, "Bearer secret").statusCode()).isEqualTo(200);
    }

    @Test
    void countsAndRecords() throws Exception {
        send(COUNT, "Bearer secret");
        send(COUNT, "Bearer secret");
        assertThat(hygraph.requestCount()).isEqualTo(2);
        assertThat(hygraph.requests().get(1).body()).isEqualTo(COUNT);
        JsonNode log = JSON.readTree(control("GET", "requests", "").body());
        assertThat(log.path("count").asInt()).isEqualTo(2);
        assertThat(log.at("/requests/0/headers/authorization").asText()).isEqualTo("Bearer secret");
        control("DELETE", "requests", "");
        assertThat(hygraph.requestCount()).isZero();
    }

    @Test
    void playsFaultsInTheirOrderAndThenRecovers() throws Exception {
        control("POST", "fault", "{\"kind\":\"500\",\"times\":2}");
        control("POST", "fault", "{\"kind\":\"html\"}");
        control("POST", "fault", "{\"kind\":\"429\"}");
        control("POST", "fault", "{\"kind\":\"delay\",\"millis\":1}");
        assertThat(send(COUNT, "Bearer secret").statusCode()).isEqualTo(500);
        assertThat(send(COUNT, "Bearer secret").statusCode()).isEqualTo(500);
        assertThat(send(COUNT, "Bearer secret").body()).startsWith("<!doctype html>");
        assertThat(send(COUNT, "Bearer secret").statusCode()).isEqualTo(429);
        assertThat(send(COUNT, "Bearer secret").statusCode()).isEqualTo(200);
        assertThat(control("POST", "fault", "{\"kind\":\"unheard of\"}").statusCode())
                .isEqualTo(400);
    }

    @Test
    void resetsTheConnection() throws Exception {
        hygraph.fault(Fault.always(Fault.Kind.RESET));
        Assertions.assertThrows(IOException.class, () -> send(COUNT, "Bearer secret"));
        control("DELETE", "fault", "");
        assertThat(send(COUNT, "Bearer secret").statusCode()).isEqualTo(200);
    }

    @Test
    void hangsUntilTheClientGivesUp() throws Exception {
        hygraph.fault(Fault.once(Fault.Kind.HANG));
        Assertions.assertThrows(
                IOException.class, () -> send(COUNT, "Bearer secret", Duration.ofMillis(300)));
        assertThat(send(COUNT, "Bearer secret").statusCode()).isEqualTo(200);
    }

    private void run(JsonNode test) throws Exception {
        hygraph.restore();
        for (JsonNode call : test.get("calls")) {
            HttpResponse<String> answer =
                    send(JSON.writeValueAsString(call.get("request")), "Bearer secret");
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(JSON.readTree(answer.body())).isEqualTo(call.get("response"));
        }
    }

    private HttpResponse<String> send(String body, String authorization) throws Exception {
        return send(body, authorization, Duration.ofSeconds(30));
    }

    private HttpResponse<String> send(String body, String authorization, Duration timeout)
            throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(hygraph.endpoint()).timeout(timeout);
        if (authorization != null) request.header("Authorization", authorization);
        return client.send(
                request.POST(BodyPublishers.ofString(body)).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> control(String method, String path, String body) throws Exception {
        URI address = hygraph.endpoint().resolve("/_standin/" + path);
        HttpRequest.Builder request = HttpRequest.newBuilder(address);
        return client.send(
                request.method(method, BodyPublishers.ofString(body)).build(),
                BodyHandlers.ofString());
    }
}
