package org.fitmesh.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.fitmesh.dev.server.FreePort;
import org.fitmesh.error.ErrorCode;
import org.fitmesh.error.RequestException;
import org.fitmesh.metadata.ConfiguredHeader;
import org.fitmesh.metadata.ConfiguredValue;
import org.fitmesh.metadata.RemoteSchemaDefinition;
import org.fitmesh.telemetry.RemoteCalls;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RemoteClientTest {
    private static final byte[] QUERY =
            "{\"query\": \"{ workouts { slug } }\"}".getBytes(StandardCharsets.UTF_8);
    private static final String EXCEPTION =
            "HTTP exception occurred while sending the request to \"%s\"";

    private final RemoteServer server = new RemoteServer();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void answersWithTheBytesOfTheReply() {
        try (RemoteClient client =
                RemoteClient.of(server.definition(), RemoteServer.NO_SETTINGS, new RemoteCalls())) {
            assertThat(client.send(QUERY, Caller.SERVER))
                    .asString(StandardCharsets.UTF_8)
                    .isEqualTo(
                            "{\"data\":{\"workouts\":[{\"slug\":\"burn\"},{\"slug\":\"run\"}]}}");
        }
        assertThat(server.lastHeaders().getFirst("Content-Type")).startsWith("application/json");
    }

    @Test
    void sendsTheStrongestOfEachHeader() {
        Map<String, String> settings =
                Map.of("TOKEN", " secret ", "PART", "b", "HOST", "localhost");
        RemoteSchemaDefinition definition =
                new RemoteSchemaDefinition(
                        "hygraph",
                        new ConfiguredValue.Literal(
                                "http://{{HOST}}:" + server.port() + "/graphql"),
                        List.of(
                                new ConfiguredHeader(
                                        "Authorization", new ConfiguredValue.FromSetting("TOKEN")),
                                new ConfiguredHeader(
                                        "x-both", new ConfiguredValue.Literal("a {{PART}} c")),
                                new ConfiguredHeader(
                                        "X-Hasura-Role", new ConfiguredValue.Literal("fixed"))),
                        true,
                        Duration.ofSeconds(5));
        Caller caller =
                new Caller(
                        Map.of("x-hasura-role", "user", "x-hasura-user-id", "auth0|1"),
                        Map.of(
                                "Authorization", "Bearer client",
                                "Cookie", "a=b",
                                "X-Both", "client",
                                "X-Hasura-Admin-Secret", "top",
                                "X-Hasura-User-Id", "someone else",
                                "Transfer-Encoding", "chunked",
                                "Host", "api.example.org",
                                "User-Agent", "fit/1",
                                "Accept-Encoding", "br"));
        try (RemoteClient client =
                RemoteClient.of(
                        definition,
                        name -> Optional.ofNullable(settings.get(name)),
                        new RemoteCalls())) {
            client.send(QUERY, caller);
        }
        Headers headers = server.lastHeaders();
        assertThat(headers.get("Authorization")).containsExactly("Bearer secret");
        assertThat(headers.get("X-both")).containsExactly("a b c");
        assertThat(headers.get("X-hasura-role")).containsExactly("fixed");
        assertThat(headers.get("X-hasura-user-id")).containsExactly("auth0|1");
        assertThat(headers.get("Cookie")).containsExactly("a=b");
        assertThat(headers.get("X-forwarded-host")).containsExactly("api.example.org");
        assertThat(headers.get("X-forwarded-user-agent")).containsExactly("fit/1");
        assertThat(headers.get("Host")).containsExactly("localhost:" + server.port());
        assertThat(headers.keySet()).doesNotContain("X-hasura-admin-secret", "Transfer-encoding");
    }

    @Test
    void keepsClientHeadersWithoutForwarding() {
        try (RemoteClient client =
                RemoteClient.of(server.definition(), RemoteServer.NO_SETTINGS, new RemoteCalls())) {
            client.send(
                    QUERY, new Caller(Map.of("x-hasura-role", "user"), Map.of("Cookie", "a=b")));
        }
        assertThat(server.lastHeaders().get("X-hasura-role")).containsExactly("user");
        assertThat(server.lastHeaders().keySet()).doesNotContain("Cookie");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer abc", "Basic abc", ""})
    void leavesAnAuthorizationWithSchemeAlone(String value) {
        assertThat(HeaderText.withScheme("authorization", value)).isEqualTo(value);
    }

    @Test
    void refusesALineBreakInASessionVariable() {
        Caller caller = new Caller(Map.of("x-hasura-user-id", "a\r\nx-admin: 1"), Map.of());
        try (RemoteClient client =
                RemoteClient.of(server.definition(), RemoteServer.NO_SETTINGS, new RemoteCalls())) {
            RequestException e = failure(client, caller);
            assertThat(e.code()).isEqualTo(ErrorCode.BAD_REQUEST);
        }
        assertThat(server.requests()).isEmpty();
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                fault("timeout", "Response timeout", exchange -> Thread.sleep(3000)),
                fault("500", "unexpected status 500", status(500, "text/html", "<h1>sorry</h1>")),
                fault("401", "unexpected status 401", status(401, "application/json", "{}")),
                fault("429", "unexpected status 429", status(429, "text/plain", "slow down")),
                fault("redirect", "unexpected status 307", status(307, "text/plain", "moved")),
                fault("trickle", "Response timeout", RemoteClientTest::trickle),
                fault("reset", "Connection failure", exchange -> {}));
    }

    private static Arguments fault(String name, String internal, RemoteServer.Fault fault) {
        return Arguments.of(name, internal, fault);
    }

    /** A byte now and then, each within the timeout. */
    private static void trickle(HttpExchange exchange) throws IOException, InterruptedException {
        exchange.sendResponseHeaders(200, 0);
        for (int i = 0; i < 100; i++) {
            exchange.getResponseBody().write(' ');
            exchange.getResponseBody().flush();
            Thread.sleep(100);
        }
    }

    private static RemoteServer.Fault status(int status, String type, String body) {
        return exchange -> {
            exchange.getResponseHeaders().set("Location", "/graphql?elsewhere");
            RemoteServer.send(exchange, status, type, body);
        };
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void faultsBecomeHasurasError(String name, String internal, RemoteServer.Fault fault) {
        server.fault(fault);
        try (RemoteClient client =
                RemoteClient.of(server.definition(), RemoteServer.NO_SETTINGS, new RemoteCalls())) {
            RequestException e = failure(client, Caller.SERVER);
            assertThat(e.code()).isEqualTo(ErrorCode.REMOTE_SCHEMA_ERROR);
            assertThat(e).hasMessage(EXCEPTION, server.url());
            assertThat(e.internalJson()).get().asString().contains("http_exception", internal);
            server.fault(null);
            assertThat(client.send(QUERY, Caller.SERVER)).isNotEmpty();
        }
    }

    @Test
    void aReplyOf400MayCarryErrors() {
        server.fault(status(400, "application/json", "{\"errors\": [{\"message\": \"no\"}]}"));
        try (RemoteClient client =
                RemoteClient.of(server.definition(), RemoteServer.NO_SETTINGS, new RemoteCalls())) {
            assertThat(RemoteReply.read(client.send(QUERY, Caller.SERVER)))
                    .isInstanceOf(RemoteReply.Errors.class);
        }
    }

    @Test
    void namesTheSettingAndNotTheSecretWhenNobodyListens() throws IOException {
        int port = FreePort.any();
        Function<String, Optional<String>> settings =
                name ->
                        Optional.of(
                                "http://localhost:" + port + "/v2/key-in-the-path?token=s3cret");
        RemoteSchemaDefinition definition =
                new RemoteSchemaDefinition(
                        "hygraph",
                        new ConfiguredValue.FromSetting("HYGRAPH_ENDPOINT"),
                        List.of(),
                        false,
                        Duration.ofSeconds(1));
        try (RemoteClient client = RemoteClient.of(definition, settings, new RemoteCalls())) {
            RequestException e = failure(client, Caller.SERVER);
            assertThat(e).hasMessage(EXCEPTION, "HYGRAPH_ENDPOINT");
            assertThat(e.internalJson()).get().asString().doesNotContain("s3cret");
        }
    }

    @Test
    @SuppressWarnings("try") // closed twice, the first time to end the thread
    void aConnectionThatIsCutIsAnError() throws Exception {
        try (ServerSocket cutter = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread thread = new Thread(() -> cut(cutter));
            thread.start();
            RemoteSchemaDefinition definition =
                    new RemoteSchemaDefinition(
                            "hygraph",
                            new ConfiguredValue.Literal(
                                    "http://localhost:" + cutter.getLocalPort() + "/"),
                            List.of(),
                            false,
                            Duration.ofSeconds(2));
            try (RemoteClient client =
                    RemoteClient.of(definition, RemoteServer.NO_SETTINGS, new RemoteCalls())) {
                assertThat(failure(client, Caller.SERVER).code())
                        .isEqualTo(ErrorCode.REMOTE_SCHEMA_ERROR);
            }
            cutter.close();
            thread.join();
        }
    }

    /** Promises more than it sends, then resets. */
    private static void cut(ServerSocket cutter) {
        while (!cutter.isClosed()) {
            try (Socket socket = cutter.accept()) {
                socket.getInputStream().read(new byte[100]);
                socket.getOutputStream()
                        .write(
                                "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 99\r\n\r\n{\"data\""
                                        .getBytes(StandardCharsets.US_ASCII));
                socket.setSoLinger(true, 0);
            } catch (IOException e) {
                return;
            }
        }
    }

    static Stream<Arguments> wrongDefinitions() {
        return Stream.of(
                Arguments.of(
                        new ConfiguredValue.FromSetting("HYGRAPH_ENDPOINT"),
                        "remote schema \"hygraph\" needs the setting HYGRAPH_ENDPOINT, which is not"
                                + " set"),
                Arguments.of(
                        new ConfiguredValue.Literal("{{ WHERE }}/graphql"),
                        "remote schema \"hygraph\" needs the setting WHERE, which is not set"),
                Arguments.of(
                        new ConfiguredValue.Literal("ftp://localhost/"),
                        "remote schema \"hygraph\" has an address that is not an absolute http or"
                                + " https URL: ftp://localhost/"),
                Arguments.of(
                        new ConfiguredValue.Literal("not a url"),
                        "remote schema \"hygraph\" has an address that is not an absolute http or"
                                + " https URL: not a url"));
    }

    @ParameterizedTest
    @MethodSource("wrongDefinitions")
    void saysWhatIsWrongWithADefinition(ConfiguredValue url, String message) {
        RemoteSchemaDefinition definition =
                new RemoteSchemaDefinition("hygraph", url, List.of(), false, Duration.ofSeconds(1));
        RequestException e =
                catchThrowableOfType(
                        RequestException.class,
                        () ->
                                RemoteClient.of(
                                        definition, RemoteServer.NO_SETTINGS, new RemoteCalls()));
        assertThat(e.code()).isEqualTo(ErrorCode.INVALID_CONFIGURATION);
        assertThat(e).hasMessage(message);
    }

    private static RequestException failure(RemoteClient client, Caller caller) {
        return catchThrowableOfType(RequestException.class, () -> client.send(QUERY, caller));
    }
}
