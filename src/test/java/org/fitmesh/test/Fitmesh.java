package org.fitmesh.test;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.fitmesh.dev.StartFailure;
import org.fitmesh.dev.database.EmbeddedDatabase;
import org.fitmesh.dev.hygraph.Access;
import org.fitmesh.dev.hygraph.HygraphStandIn;
import org.fitmesh.dev.issuer.TokenIssuer;
import org.fitmesh.dev.server.PayaraMicro;
import org.fitmesh.dev.server.ServerOptions;

/**
 * The running application with a fresh database, the stand-ins and free ports: one per test JVM,
 * started by the first {@link #running()}, ended with the JVM.
 */
public final class Fitmesh {

    /** The admin secret of the tests. */
    public static final String ADMIN_SECRET = "test-secret";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String HYGRAPH_TOKEN = "test-hygraph-token";
    private static final Map<String, String> POSTGRES =
            Map.of(
                    "shared_preload_libraries", "pg_stat_statements",
                    "pg_stat_statements.track_utility", "off");
    private static Fitmesh running;

    private final HttpClient client = HttpClient.newHttpClient();
    private final EmbeddedDatabase database;
    private final HygraphStandIn hygraph;
    private final TokenIssuer issuer;
    private final ServerOptions options;
    private PayaraMicro server;

    private Fitmesh(Path folder) throws IOException, SQLException, StartFailure {
        Files.createDirectories(folder.resolve("tmp"));
        Runtime.getRuntime().addShutdownHook(new Thread(this::end, "end"));
        this.database = EmbeddedDatabase.start(folder.resolve("postgres"), 0, POSTGRES);
        sql("create schema test_statistics");
        sql("create extension pg_stat_statements schema test_statistics");
        this.hygraph = HygraphStandIn.start(0, Access.token(HYGRAPH_TOKEN));
        this.issuer = TokenIssuer.start(0, null);
        this.options = options(folder);
        startServer();
    }

    /** Everything, started when this is the first call. */
    public static synchronized Fitmesh running() {
        if (running != null) return running;
        try {
            Path tests = Path.of("target", "http-tests").toAbsolutePath();
            Files.createDirectories(tests);
            running = new Fitmesh(Files.createTempDirectory(tests, "run"));
            return running;
        } catch (IOException | SQLException | StartFailure e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    /** An HTTP answer. */
    public record Answer(int status, Map<String, List<String>> headers, String body) {

        /** The body as JSON. */
        public JsonNode json() {
            try {
                return JSON.readTree(body);
            } catch (JsonProcessingException e) {
                throw new AssertionError("not JSON: " + body, e);
            }
        }
    }

    /** Posts to {@code /v1/graphql}; no header is added: not even a content type. */
    public Answer post(String body, Map<String, String> headers) {
        return post("/v1/graphql", body.getBytes(StandardCharsets.UTF_8), headers);
    }

    /** Posts bytes to a path. */
    public Answer post(String path, byte[] body, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.url() + path));
        headers.forEach(request::header);
        return send(request.POST(BodyPublishers.ofByteArray(body)).build());
    }

    /** Gets a path. */
    public Answer get(String path, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.url() + path));
        headers.forEach(request::header);
        return send(request.build());
    }

    /** Posts a GraphQL request; {@code variables} may be null. */
    public Answer graphql(String query, JsonNode variables, Map<String, String> headers) {
        ObjectNode body = JSON.createObjectNode().put("query", query);
        if (variables != null) body.set("variables", variables);
        return post(body.toString(), headers);
    }

    /** A token of the issuer. */
    public String token(String subject, String role) {
        return issuer.token(subject, role);
    }

    /** Headers of the holder of a token with that subject and role. */
    public Map<String, String> bearer(String subject, String role) {
        return Map.of("Authorization", "Bearer " + token(subject, role));
    }

    /** Headers of the admin. */
    public Map<String, String> adminHeaders() {
        return Map.of("x-hasura-admin-secret", ADMIN_SECRET);
    }

    /** Runs SQL as superuser. */
    public void sql(String statements) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(statements);
        }
    }

    /** A new connection as superuser. */
    public Connection connect() throws SQLException {
        return database.connect();
    }

    /** Forgets the statements counted so far. */
    public void resetStatements() throws SQLException {
        sql("select test_statistics.pg_stat_statements_reset()");
    }

    /**
     * How often PostgreSQL has run a statement whose text contains the given text since {@link
     * #resetStatements()}; transaction commands are not counted.
     */
    public long statements(String containing) throws SQLException {
        String count =
                "select coalesce(sum(calls), 0) from test_statistics.pg_stat_statements where"
                        + " position(? in query) > 0 and position('pg_stat_statements' in query) = 0";
        try (Connection connection = database.connect();
                var statement = connection.prepareStatement(count)) {
            statement.setString(1, containing);
            try (ResultSet result = statement.executeQuery()) {
                result.next();
                return result.getLong(1);
            }
        }
    }

    public HygraphStandIn hygraph() {
        return hygraph;
    }

    public TokenIssuer issuer() {
        return issuer;
    }

    /** Where the application is, without a slash at the end. */
    public String url() {
        return server.url();
    }

    /** Stops the server and starts it again on the same database and port. */
    public void restartServer() throws IOException, StartFailure {
        server.close();
        startServer();
    }

    private void startServer() throws IOException, StartFailure {
        server = PayaraMicro.start(options);
        try {
            server.awaitHealthy();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartFailure("interrupted", e);
        }
    }

    private Answer send(HttpRequest request) {
        try {
            HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.headers().map(), response.body());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private ServerOptions options(Path folder) throws IOException {
        Path home = Path.of(System.getProperty("fitmesh.dev.home", "target/dev")).toAbsolutePath();
        Map<String, String> environment =
                Map.of(
                        "HASURA_GRAPHQL_DATABASE_URL",
                        database.url(),
                        "HASURA_GRAPHQL_ADMIN_SECRET",
                        ADMIN_SECRET,
                        "HASURA_GRAPHQL_JWT_SECRET",
                        issuer.jwtSecret(),
                        "HASURA_GRAPHQL_UNAUTHORIZED_ROLE",
                        "public",
                        "HYGRAPH_ENDPOINT",
                        hygraph.endpoint().toString(),
                        "HYGRAPH_FULL_ACCESS_TOKEN",
                        HYGRAPH_TOKEN);
        return new ServerOptions(
                home,
                home.resolveSibling("fitmesh.war"),
                "127.0.0.1",
                freePort(),
                List.of("-Xmx512m"),
                environment,
                folder.resolve("payara.log"),
                folder.resolve("tmp"),
                EmbeddedDatabase.postmaster(folder.resolve("postgres")));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private void end() {
        try {
            if (server != null) server.close();
            if (issuer != null) issuer.close();
            if (hygraph != null) hygraph.close();
            if (database != null) database.close();
        } catch (IOException e) {
            System.err.println("Fitmesh: " + e.getMessage());
        }
    }
}
