package org.fitmesh.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.fitmesh.auth.AuthenticationStatus;
import org.fitmesh.auth.Authenticator;
import org.fitmesh.auth.RequestHeaders;
import org.fitmesh.auth.Session;
import org.fitmesh.auth.SessionCounts;
import org.fitmesh.config.LiveSettings;
import org.fitmesh.config.Settings;
import org.fitmesh.error.ErrorCode;
import org.fitmesh.error.ErrorPath;
import org.fitmesh.error.RequestException;
import org.fitmesh.execute.Explanation;
import org.fitmesh.telemetry.Telemetry;

/**
 * {@code POST /v1/graphql/explain}: how PostgreSQL would answer a query of any role, for
 * administrators (facts: HTTP behaviour).
 */
@WebServlet(name = "explain", urlPatterns = "/v1/graphql/explain")
public class ExplainServlet extends PostServlet {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = System.getLogger(ExplainServlet.class.getName());
    private static final String EXAMPLE =
            "send {\"query\": {\"query\": \"…\"}, \"user\": {\"x-hasura-role\": \"…\"}}";

    @Inject private transient Settings settings;
    @Inject private transient LiveSettings live;
    @Inject private transient Authenticator authenticator;
    @Inject private transient GraphQLEndpoint endpoint;
    @Inject private transient Telemetry telemetry;
    @Inject private transient SessionCounts sessions;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Caller unknown = HttpInput.caller(request);
        response.setHeader("x-request-id", unknown.requestId());
        try (Telemetry.Observed observed =
                telemetry.observe(
                        HttpInput.exchange(request, unknown),
                        unknown.headers().byLowerCaseName())) {
            Reply reply = reply(request, unknown, observed);
            observed.request().answered(reply.status(), reply.body().length);
            HttpReply.json(request, response, reply.status(), reply.body());
        }
    }

    private record Reply(int status, byte[] body) {}

    private Reply reply(HttpServletRequest request, Caller unknown, Telemetry.Observed observed)
            throws IOException {
        Session session;
        try {
            session = sessions.identify(authenticator, unknown.headers()).session();
        } catch (RequestException e) {
            observed.request().failed(SeenOperations.error(e));
            return new Reply(AuthenticationStatus.of(e), ErrorJson.rest(e, false));
        }
        observed.request().of(session.variables());
        Caller caller = new Caller(session, unknown.headers(), unknown.requestId());
        try {
            byte[] body = HttpInput.body(request, settings.limits().requestBytes());
            return new Reply(200, explain(body, caller));
        } catch (RequestException e) {
            observed.request().failed(SeenOperations.error(e));
            return new Reply(
                    FailureStatus.of(e),
                    ErrorJson.rest(e, caller.seesInternal(live.current().errors())));
        } catch (RuntimeException | StackOverflowError e) {
            LOG.log(Level.ERROR, "request " + caller.requestId() + " failed", e);
            RequestException told = caller.internalError();
            observed.request().failed(SeenOperations.error(told));
            return new Reply(500, ErrorJson.rest(told, false));
        }
    }

    private byte[] explain(byte[] body, Caller caller) {
        if (!caller.session().isAdmin()) {
            throw new RequestException(
                    ErrorCode.ACCESS_DENIED,
                    "You have to be an admin to access this endpoint",
                    ErrorPath.ROOT);
        }
        JsonNode asked = RequestReader.parse(body, EXAMPLE);
        if (!asked.path("query").isObject()) {
            throw new RequestException(
                            ErrorCode.PARSE_FAILED,
                            "the key 'query' was not present",
                            ErrorPath.ROOT)
                    .withHint(EXAMPLE);
        }
        Caller other = new Caller(user(asked.path("user")), caller.headers(), caller.requestId());
        return list(endpoint.explain(RequestReader.request(asked.get("query")), other));
    }

    /** Who is to be explained for: as with the admin secret, the headers say it. */
    private static Session user(JsonNode variables) {
        Map<String, String> headers = new HashMap<>();
        for (Map.Entry<String, JsonNode> variable : variables.properties()) {
            String value = variable.getValue().asText();
            headers.put(variable.getKey().toLowerCase(Locale.ROOT), value);
        }
        return Session.trusted(new RequestHeaders(headers));
    }

    private static byte[] list(List<Explanation> explanations) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        for (Explanation explanation : explanations) {
            ObjectNode one = list.addObject();
            one.put("field", explanation.field());
            one.put("sql", explanation.sql().orElse(null));
            if (explanation.sql().isPresent()) {
                explanation.plan().forEach(one.putArray("plan")::add);
            } else {
                one.putNull("plan");
            }
        }
        return list.toString().getBytes(StandardCharsets.UTF_8);
    }
}
