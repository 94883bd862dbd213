package org.fitmesh.dev.hygraph;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import graphql.ExecutionInput;
import graphql.GraphQL;
import graphql.introspection.GoodFaithIntrospection;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.fitmesh.dev.http.Answer;
import org.fitmesh.dev.http.Fault;
import org.fitmesh.dev.http.LoopbackServer;
import org.fitmesh.dev.http.Request;

/**
 * Hygraph, small and local. Beside the paths of every {@link LoopbackServer}: {@code POST
 * /_standin/rate {"perSecond": n}} (0: no limit) and {@code POST /_standin/restore} (content as at
 * the start).
 */
public final class HygraphStandIn implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Map<String, Object>> VARIABLES = new TypeReference<>() {};

    private final Content content = new Content();
    private final RateLimit rate = new RateLimit();
    private final Set<String> refused = ConcurrentHashMap.newKeySet();
    private final GraphQL graphql = ContentSchema.over(content);
    private final Access access;
    private final LoopbackServer server;

    private HygraphStandIn(int port, Access access) throws IOException {
        this.access = access;
        this.server = LoopbackServer.start(port, this::answer);
    }

    /**
     * Starts a stand-in.
     *
     * @param port 0 for a free one
     * @throws IOException when the port is taken
     */
    public static HygraphStandIn start(int port, Access access) throws IOException {
        return new HygraphStandIn(port, access);
    }

    /** The value for {@code HYGRAPH_ENDPOINT}. */
    public URI endpoint() {
        return URI.create("http://localhost:" + server.port() + "/v2/fitmesh/master");
    }

    public int port() {
        return server.port();
    }

    /** Requests since the start or the last {@link #clearRequests()}. */
    public int requestCount() {
        return server.requestCount();
    }

    /** The last requests (up to 500), oldest first. */
    public List<Request> requests() {
        return server.requests();
    }

    public void clearRequests() {
        server.clearRequests();
    }

    /** Plays a fault for the next requests. */
    public void fault(Fault fault) {
        server.fault(fault);
    }

    public void clearFaults() {
        server.clearFaults();
    }

    /** Answers 429 above so many requests in a second; 0: no limit. */
    public void rate(int perSecond) {
        rate.set(perSecond);
    }

    /** Content as at the start. */
    public void restore() {
        content.restore();
        refused.clear();
    }

    /** The popularity that readers of that stage see; empty when there is no such workout. */
    public OptionalInt popularity(String slug, Stage stage) {
        return content.find(stage, workout -> workout.slug().equals(slug)).stream()
                .mapToInt(Workout::popularity)
                .findFirst();
    }

    /** Refuses every mutation that names the slug, as a whole, until the next {@link #restore}. */
    public void refuse(String slug) {
        refused.add('"' + slug + '"');
    }

    /** Takes a workout back from PUBLISHED, as an editor does. */
    public void unpublish(String slug) {
        content.unpublish(workout -> workout.slug().equals(slug));
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private Answer answer(Request request) {
        if (request.path().startsWith(LoopbackServer.CONTROL)) return control(request);
        if (!rate.admits()) return error(429, "too many requests").with("Retry-After", "1");
        if (!request.method().equals("POST")) return error(400, "only POST is supported");
        try {
            return answer(request, JSON.readTree(request.body()));
        } catch (JsonProcessingException e) {
            return error(400, "invalid JSON body");
        }
    }

    private Answer answer(Request request, JsonNode body) throws JsonProcessingException {
        String query = body.path("query").asText("");
        if (query.isEmpty()) return error(400, "query is missing");
        int refusal = access.refusal(request, query);
        if (refusal == 401) return error(401, "Unauthorized");
        if (refusal == 403) return error(403, "not allowed");
        if (query.startsWith("mutation") && refused.stream().anyMatch(request.body()::contains)) {
            return error(200, "this entry cannot be changed");
        }
        // Hygraph does not refuse repeated introspection fields.
        ExecutionInput.Builder input =
                ExecutionInput.newExecutionInput(query)
                        .graphQLContext(
                                Map.of(
                                        GoodFaithIntrospection.GOOD_FAITH_INTROSPECTION_DISABLED,
                                        true));
        if (body.hasNonNull("operationName")) {
            input.operationName(body.get("operationName").asText());
        }
        if (body.hasNonNull("variables")) {
            input.variables(JSON.convertValue(body.get("variables"), VARIABLES));
        }
        var result = graphql.execute(input.build());
        return Answer.json(200, JSON.writeValueAsString(result.toSpecification()));
    }

    private Answer control(Request request) {
        String action = request.method() + " " + request.path();
        if (action.equals("POST /_standin/restore")) {
            content.restore();
            return Answer.json(200, "{\"message\":\"success\"}");
        }
        if (!action.equals("POST /_standin/rate")) return Answer.text(404, "no such path\n");
        try {
            rate.set(JSON.readTree(request.body()).path("perSecond").asInt());
            return Answer.json(200, "{\"message\":\"success\"}");
        } catch (JsonProcessingException e) {
            return Answer.text(400, "expected {\"perSecond\": n}\n");
        }
    }

    private static Answer error(int status, String message) {
        String text = "{\"errors\":[{\"message\":\"%s\"}],\"data\":null}";
        return Answer.json(status, text.formatted(message));
    }
}
