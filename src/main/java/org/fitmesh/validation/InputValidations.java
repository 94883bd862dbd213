package org.fitmesh.validation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.RemovalCause;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Map;
import org.fitmesh.auth.Session;
import org.fitmesh.config.Settings;
import org.fitmesh.error.ErrorCode;
import org.fitmesh.error.RequestException;
import org.fitmesh.http.AddressRule;
import org.fitmesh.http.JsonRequest;
import org.fitmesh.metadata.InputValidation;
import org.fitmesh.telemetry.trace.Traced;
import org.fitmesh.telemetry.trace.Traces;

/** Asks the handlers of input validations. */
@ApplicationScoped
public class InputValidations {
    /** Of the body that handlers are sent. */
    private static final int VERSION = 1;

    /** A handler that was not asked for long may be one of metadata that is gone. */
    private static final int MOST_CLIENTS = 1_000;

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Logger LOG = System.getLogger(InputValidations.class.getName());

    @Inject private Settings settings;
    @Inject private Traces traces;

    private final Cache<InputValidation, InputWebhookClient> clients =
            Caffeine.newBuilder()
                    .maximumSize(MOST_CLIENTS)
                    .executor(Runnable::run)
                    .removalListener(
                            (InputValidation definition,
                                    InputWebhookClient client,
                                    RemovalCause cause) -> client.close())
                    .build();

    @PreDestroy
    void close() {
        clients.invalidateAll();
    }

    /**
     * Asks a handler; returns when it lets the mutation pass.
     *
     * @param clientHeaders as the client sent them
     * @param input what the mutation is given
     * @throws RequestException validation-failed when it rejects, unexpected when it does not
     *     answer as a handler must
     */
    public void check(
            InputValidation definition,
            Session session,
            Map<String, String> clientHeaders,
            JsonNode input) {
        InputWebhookClient client = clients.get(definition, this::client);
        try {
            answer(client, clientHeaders, body(session, input)).check();
        } catch (RequestException e) {
            log(client.webhook(), e);
            throw e;
        }
    }

    private HandlerAnswer answer(
            InputWebhookClient client, Map<String, String> clientHeaders, byte[] body) {
        try (Traced span = traces.inputValidation(client.webhook().address())) {
            Map<String, String> headers = client.webhook().headers(clientHeaders);
            headers.putAll(traces.headers());
            JsonRequest request = new JsonRequest(body, headers);
            HandlerAnswer answer = span.failing(() -> client.ask(request), "unexpected");
            span.attribute("http.response.status_code", answer.status());
            return answer;
        }
    }

    /** A rejection is the handler's work; that it does not do it is the administrator's matter. */
    private static void log(InputWebhook webhook, RequestException failure) {
        if (failure.code() == ErrorCode.UNEXPECTED) {
            String detail = failure.internalJson().orElse("");
            LOG.log(Level.WARNING, "{0}: {1} {2}", webhook, failure.getMessage(), detail);
        }
    }

    private InputWebhookClient client(InputValidation definition) {
        return new InputWebhookClient(
                InputWebhook.of(definition, settings::lookup),
                new AddressRule(settings.events().privateAddresses()));
    }

    private static byte[] body(Session session, JsonNode input) {
        ObjectNode body = JSON.createObjectNode().put("version", VERSION);
        body.put("role", session.role());
        ObjectNode variables = body.putObject("session_variables");
        session.variables().forEach(variables::put);
        body.putObject("data").set("input", input);
        try {
            return JSON.writeValueAsBytes(body);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
