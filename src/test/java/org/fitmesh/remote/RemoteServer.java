package org.fitmesh.remote;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import graphql.ExecutionInput;
import graphql.GraphQL;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.fitmesh.metadata.ConfiguredHeader;
import org.fitmesh.metadata.ConfiguredValue;
import org.fitmesh.metadata.RemoteSchemaDefinition;

/** A GraphQL server on loopback with the types of {@code hygraph.graphqls}, and with faults. */
public final class RemoteServer implements AutoCloseable {
    public static final Function<String, Optional<String>> NO_SETTINGS = name -> Optional.empty();

    /** Any slug but those that start with {@code unknown} has a workout. */
    private static final String UNKNOWN = "unknown";

    private static final ObjectMapper JSON = new ObjectMapper();

    /** What a request meets in place of an answer. */
    @FunctionalInterface
    public interface Fault {
        void answer(HttpExchange exchange) throws IOException, InterruptedException;
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final GraphQL graphql =
            TestTypes.executable(TestTypes.resource("hygraph.graphqls"), RemoteServer::wire);
    private final List<JsonNode> requests = new CopyOnWriteArrayList<>();
    private final List<Headers> headers = new CopyOnWriteArrayList<>();
    private volatile Fault fault;

    public RemoteServer() {
        this(0);
    }

    /**
     * @param port 0 for any
     */
    public RemoteServer(int port) {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/graphql", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    private static RuntimeWiring.Builder wire(RuntimeWiring.Builder builder) {
        return builder.type(
                        "Query",
                        type ->
                                type.dataFetcher("workout", RemoteServer::workout)
                                        .dataFetcher("workouts", env -> workouts())
                                        .dataFetcher("space", RemoteServer::space)
                                        .dataFetcher("broken", env -> fail()))
                .type("Space", type -> type.dataFetcher("workout", RemoteServer::workout));
    }

    private static Map<String, Object> workout(DataFetchingEnvironment env) {
        Map<String, Object> where = env.getArgument("where");
        Object key = where.getOrDefault("slug", where.get("id"));
        return key == null || key.toString().startsWith(UNKNOWN) ? null : workout(key.toString());
    }

    private static Map<String, Object> workout(String slug) {
        return Map.of(
                "id",
                "id-" + slug,
                "slug",
                slug,
                "title",
                "The “" + slug + "” workout 💪",
                "popularity",
                slug.length(),
                "warmup",
                List.of(Map.of("type", "RepMovement", "title", "Squat", "repetition", 5)));
    }

    private static List<Map<String, Object>> workouts() {
        return List.of(workout("burn"), workout("run"));
    }

    private static Map<String, Object> space(DataFetchingEnvironment env) {
        String id = env.getArgument("id");
        return id.startsWith(UNKNOWN) ? null : Map.of("name", "Space " + id);
    }

    private static String fail() {
        throw new IllegalStateException("out of order");
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            requests.add(JSON.readTree(body));
            headers.add(exchange.getRequestHeaders());
            if (fault != null) {
                fault.answer(exchange);
                return;
            }
            send(exchange, 200, "application/json", execute(JSON.readTree(body)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private String execute(JsonNode request) throws IOException {
        Map<String, Object> variables =
                JSON.convertValue(
                        request.path("variables"),
                        JSON.getTypeFactory()
                                .constructMapType(Map.class, String.class, Object.class));
        ExecutionInput input =
                ExecutionInput.newExecutionInput(request.path("query").asText())
                        .operationName(request.path("operationName").asText(null))
                        .variables(variables == null ? Map.of() : variables)
                        .build();
        return JSON.writeValueAsString(graphql.execute(input).toSpecification());
    }

    public static void send(HttpExchange exchange, int status, String type, String body)
            throws IOException {
        byte[] bytes = body.getBytes(java.nio.charset.StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    /** From now on every request meets this; null: none. */
    public void fault(Fault next) {
        fault = next;
    }

    public String url() {
        return "http://localhost:" + server.getAddress().getPort() + "/graphql";
    }

    public int port() {
        return server.getAddress().getPort();
    }

    /** All requests so far, as JSON. */
    public List<JsonNode> requests() {
        return requests;
    }

    /** The headers of the last request. */
    public Headers lastHeaders() {
        return headers.get(headers.size() - 1);
    }

    public RemoteSchemaDefinition definition(ConfiguredHeader... sent) {
        return new RemoteSchemaDefinition(
                "hygraph",
                new ConfiguredValue.Literal(url()),
                List.of(sent),
                false,
                Duration.ofSeconds(1));
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
