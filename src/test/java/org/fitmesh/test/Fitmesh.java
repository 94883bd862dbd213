package org.fitmesh.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fitmesh.dev.StartFailure;
import org.fitmesh.dev.database.EmbeddedDatabase;
import org.fitmesh.dev.hygraph.Access;
import org.fitmesh.dev.hygraph.HygraphStandIn;
import org.fitmesh.dev.issuer.TokenIssuer;
import org.fitmesh.dev.server.ApplicationServer;
import org.fitmesh.dev.server.ServerOptions;
import org.fitmesh.dev.webhook.WebhookReceiver;

/**
 * The running application with a fresh database, the stand-ins and free ports: one per test JVM,
 * started by the first {@link #running()}, ended with the JVM.
 */
public final class Fitmesh {

    /** The admin secret of the tests. */
    public static final String ADMIN_SECRET = "test-secret";

    private static final String DELAY = "FITMESH_SHUTDOWN_DELAY_SECONDS";
    static final String HYGRAPH_TOKEN = "test-hygraph-token";
    private static final Map<String, String> POSTGRES =
            Map.of(
                    "shared_preload_libraries", "pg_stat_statements",
                    "pg_stat_statements.track_utility", "off");

    private static Fitmesh running;
    private static String failure;

    private final Path folder;
    private EmbeddedDatabase database;
    private final HygraphStandIn hygraph;
    private final TokenIssuer issuer;
    private final WebhookReceiver webhook;
    private final ServerOptions options;
    private ApplicationServer server;

    private Fitmesh(Path folder) throws IOException, SQLException, StartFailure {
        this.folder = folder;
        Runtime.getRuntime().addShutdownHook(new Thread(this::end, "end"));
        this.database = EmbeddedDatabase.start(folder.resolve("postgres"), 0, POSTGRES);
        sql("create schema test_statistics");
        sql("create extension pg_stat_statements schema test_statistics");
        this.hygraph = HygraphStandIn.start(0, Access.token(HYGRAPH_TOKEN));
        this.issuer = TokenIssuer.start(0, null);
        this.webhook = WebhookReceiver.start(0);
        this.options = options(folder.resolve("node"), ServerUnderTest.war(), environment());
        startServer();
    }

    /** Everything, started by the first call; what did not start then is not started again. */
    public static synchronized Fitmesh running() {
        if (running == null && failure == null) start();
        if (failure != null) throw new IllegalStateException(failure);
        return running;
    }

    private static void start() {
        try {
            Path tests = Path.of("target", "http-tests").toAbsolutePath();
            Files.createDirectories(tests);
            running = new Fitmesh(Files.createTempDirectory(tests, "run"));
        } catch (IOException | SQLException | StartFailure e) {
            failure = e.toString();
        }
    }

    /** Where requests go. */
    public HttpApi api() {
        return new HttpApi(server.url());
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
    public static Map<String, String> adminHeaders() {
        return Map.of("x-hasura-admin-secret", ADMIN_SECRET);
    }

    /**
     * Empties the tables, puts the packaged metadata into force where a test has changed it, and
     * lets the stand-ins forget what happened to them.
     */
    public void reset() throws SQLException {
        hygraph.clearFaults();
        hygraph.rate(0);
        resetMetadata();
        // A node that counts or delivers meanwhile locks the same tables in another order.
        Eventually.eventually(
                () -> {
                    sql("truncate public.sessions, public.users, public.workout_popularity");
                    sql("truncate fitmesh.event_log, fitmesh.event_invocation_log");
                });
        hygraph.restore();
        hygraph.clearRequests();
        webhook.reset();
    }

    private void resetMetadata() throws SQLException {
        String change = "update fitmesh.metadata set document = null where document is not null";
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            if (statement.executeUpdate(change) == 0) return;
        }
        // Where the test has ended connections, Payara closes living ones with them for a moment.
        Eventually.eventually(
                () -> {
                    String reload = "{\"type\": \"reload_metadata\", \"args\": {}}";
                    HttpApi.Answer answer = metadata(reload);
                    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
                });
        // A remote that is new again is asked in the background.
        Eventually.eventually(() -> assertThat(api().get("/healthz").body()).isEqualTo("OK"));
    }

    /** Runs a command of the administrator. */
    public HttpApi.Answer metadata(String command) {
        byte[] body = command.getBytes(StandardCharsets.UTF_8);
        return api().send("POST", "/v1/metadata", body, adminHeaders());
    }

    /** Runs SQL as superuser. */
    public void sql(String statements) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(statements);
        }
    }

    /** Runs SQL as superuser in another database of the same PostgreSQL. */
    void sql(String databaseName, String statements) throws SQLException {
        try (Connection connection = connect(databaseName);
                Statement statement = connection.createStatement()) {
            statement.execute(statements);
        }
    }

    /** A new connection as superuser to another database of the same PostgreSQL. */
    Connection connect(String databaseName) throws SQLException {
        String url = databaseUrl(databaseName).replaceFirst("^.*@", "jdbc:postgresql://");
        return DriverManager.getConnection(url, "postgres", "postgres");
    }

    /** A new connection as superuser. */
    public Connection connect() throws SQLException {
        return database.connect();
    }

    int databasePort() {
        return database.port();
    }

    /** The one number that a query answers. */
    long number(String query) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    /** The setting for a server that uses another database of the same PostgreSQL. */
    public String databaseUrl(String name) {
        return database.url().replaceFirst("[^/]*$", name);
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

    /** The receiver of webhooks. */
    public WebhookReceiver webhook() {
        return webhook;
    }

    public TokenIssuer issuer() {
        return issuer;
    }

    /** The process of the server. */
    ProcessHandle process() {
        return server.process();
    }

    /** The lines of the server's log since it was started. */
    List<String> log() {
        return server.log();
    }

    /** Stops the server and starts it again on the same database and port. */
    public void restartServer() throws IOException, StartFailure {
        server.close();
        startServer();
    }

    /** The same, when a part of the metadata cannot be in force: health is a warning. */
    public void restartServerWithInconsistentMetadata() throws IOException, StartFailure {
        server.close();
        startServer("WARN: inconsistent objects in schema");
    }

    /** Stops PostgreSQL and starts it again on the same data and port. */
    public void restartDatabase() throws IOException {
        stopDatabase();
        startDatabase();
    }

    /** Stops PostgreSQL until {@link #startDatabase()}. */
    void stopDatabase() throws IOException {
        database.close();
    }

    void startDatabase() throws IOException {
        database = EmbeddedDatabase.start(folder.resolve("postgres"), database.port(), POSTGRES);
    }

    /**
     * Starts one more server; it may not answer yet.
     *
     * @param name of its folder
     * @param changes settings that differ from those of the first
     */
    public ApplicationServer startNode(String name, Map<String, String> changes)
            throws IOException {
        return startNode(name, ServerUnderTest.war(), changes);
    }

    /**
     * The same with Java code in the WAR that is no part of Fitmesh.
     *
     * @param packageName of test classes that are added to the WAR as a jar
     */
    public ApplicationServer startNode(String name, String packageName, Map<String, String> changes)
            throws IOException {
        Path war = ApplicationJar.addTo(ServerUnderTest.war(), packageName, folder.resolve(name));
        return startNode(name, war, changes);
    }

    /** The same with another WAR. */
    ApplicationServer startNode(String name, Path war, Map<String, String> changes)
            throws IOException {
        Map<String, String> environment = new LinkedHashMap<>(options.environment());
        environment.put(DELAY, "0");
        environment.putAll(changes);
        return ApplicationServer.start(options(folder.resolve(name), war, environment));
    }

    /** Starts one more server with more options for its JVM. */
    ApplicationServer startNodeWithJavaOptions(
            String name, Map<String, String> changes, List<String> javaOptions) throws IOException {
        Map<String, String> environment = new LinkedHashMap<>(options.environment());
        environment.put(DELAY, "0");
        environment.putAll(changes);
        return ApplicationServer.start(
                options(folder.resolve(name), ServerUnderTest.war(), environment)
                        .withJavaOptions(javaOptions));
    }

    /**
     * Starts a server that has a data source for Fitmesh; the WAR is told of none.
     *
     * @param databaseName another database of the same PostgreSQL
     * @param changes settings that differ from those of the first server
     */
    ApplicationServer startNodeWithServerDataSource(
            String databaseName, Map<String, String> changes) throws IOException {
        Map<String, String> environment = new LinkedHashMap<>(options.environment());
        environment.put(DELAY, "0");
        environment.putAll(changes);
        environment.put("HASURA_GRAPHQL_DATABASE_URL", "");
        environment.put("PGHOST", "localhost");
        environment.put("PGPORT", Integer.toString(database.port()));
        environment.put("PGDATABASE", databaseName);
        environment.put("PGUSER", "postgres");
        environment.put("PGPASSWORD", "postgres");
        return ApplicationServer.start(
                options(folder.resolve(databaseName), ServerUnderTest.war(), environment)
                        .withServerDataSource());
    }

    /** Asks the server to end and waits for that; {@link #startServer()} starts it again. */
    void stopServer() {
        server.close();
    }

    void startServer() throws IOException, StartFailure {
        startServer("OK");
    }

    private void startServer(String health) throws IOException, StartFailure {
        server = ApplicationServer.start(options);
        try {
            server.awaitHealthy();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartFailure("interrupted", e);
        }
        // Healthy with a warning: the remote has not told its types yet.
        Eventually.eventually(() -> assertThat(api().get("/healthz").body()).isEqualTo(health));
    }

    private Map<String, String> environment() {
        return Map.of(
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
                HYGRAPH_TOKEN,
                "FITMESH_WEBHOOK_PRIVATE_ADDRESSES",
                "true",
                DELAY,
                "3",
                "HASURA_GRAPHQL_GRACEFUL_SHUTDOWN_TIMEOUT",
                "5",
                // Requests to Hygraph are counted: those of the push come where they are meant.
                "FITMESH_POPULARITY_PUSH_SECONDS",
                "86400");
    }

    private ServerOptions options(Path ofNode, Path war, Map<String, String> environment)
            throws IOException {
        Path postmaster = EmbeddedDatabase.postmaster(folder.resolve("postgres"));
        return ServerUnderTest.options(ofNode, war, environment, postmaster);
    }

    private void end() {
        try {
            if (server != null) server.close();
            if (issuer != null) issuer.close();
            if (hygraph != null) hygraph.close();
            if (webhook != null) webhook.close();
            if (database != null) database.close();
        } catch (IOException e) {
            System.err.println("Fitmesh: " + e.getMessage());
        }
    }
}
