package org.fitmesh.event.delivery;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.fitmesh.event.delivery.Answer.Answered;
import org.fitmesh.event.delivery.Answer.Failed;

/**
 * {@code response} of the log of invocations: {@code webhook_response} for an answer of 2xx, else
 * {@code client_error} with the answer's body or what went wrong, as Hasura writes it.
 */
final class InvocationResponse {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String VERSION = "2";

    private InvocationResponse() {}

    static String json(Answer answer) {
        if (answer instanceof Answered answered && answered.successful()) {
            return response(answered);
        }
        if (answer instanceof Answered answered) {
            return error(answered.body());
        }
        if (answer instanceof Failed failed) {
            return error(failed.message());
        }
        return root("webhook_response", JSON.createObjectNode().put("status", 200).put("body", ""));
    }

    private static String response(Answered answered) {
        ObjectNode data = JSON.createObjectNode().put("status", answered.status());
        ArrayNode headers = data.putArray("headers");
        answered.headers()
                .forEach(
                        (name, values) ->
                                values.forEach(
                                        value ->
                                                headers.addObject()
                                                        .put("name", storable(name))
                                                        .put("value", storable(value))));
        return root("webhook_response", data.put("body", storable(answered.body())));
    }

    private static String error(String message) {
        return root("client_error", JSON.createObjectNode().put("message", storable(message)));
    }

    private static String root(String type, ObjectNode data) {
        ObjectNode root = JSON.createObjectNode().put("type", type);
        root.set("data", data);
        return root.put("version", VERSION).toString();
    }

    /** PostgreSQL stores no NUL in a text. */
    private static String storable(String text) {
        return text.replace('\0', '\uFFFD');
    }
}
