package org.fitmesh.validation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import org.fitmesh.error.ErrorCode;
import org.fitmesh.error.ErrorPath;
import org.fitmesh.error.RequestException;

/**
 * What a handler said: 200 lets the mutation pass, 400 rejects it. The failures are in Hasura's
 * words.
 *
 * @param body of a long one only the beginning
 */
@SuppressWarnings("ArrayRecordComponent") // answers are compared by no one
record HandlerAnswer(int status, byte[] body) {
    /** How much of an answer is read: it holds a message for a person. */
    static final int LARGEST_BYTES = 64 * 1024;

    private static final String NO_MESSAGE = "the input was rejected";

    private static final int PASSED = 200;
    private static final int REJECTED = 400;
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * Returns when the mutation may go on.
     *
     * @throws RequestException validation-failed when it was rejected, unexpected for every other
     *     answer
     */
    void check() {
        if (status == PASSED) {
            return;
        }
        if (status != REJECTED) {
            throw internal(
                    "internal error when validating input data",
                    TextNode.valueOf("expecting 200 or 400 status code, but found " + status));
        }
        throw new RequestException(ErrorCode.VALIDATION_FAILED, message(), ErrorPath.ROOT);
    }

    /** The body and its message may be left out. */
    private String message() {
        JsonNode answer = read();
        JsonNode message = answer.path("message");
        boolean readable = answer.isObject() || answer.isMissingNode();
        if (!readable || !(message.isTextual() || message.isNull() || message.isMissingNode())) {
            throw malformed("no object with a text as message");
        }
        return message.isTextual() ? message.textValue() : NO_MESSAGE;
    }

    private JsonNode read() {
        if (body.length > LARGEST_BYTES) {
            throw malformed("longer than " + LARGEST_BYTES + " bytes");
        }
        try {
            JsonNode answer = JSON.readTree(body);
            return answer == null ? MissingNode.getInstance() : answer;
        } catch (JsonProcessingException e) {
            throw malformed("no JSON");
        } catch (IOException e) {
            throw malformed("not readable");
        }
    }

    private static RequestException malformed(String reason) {
        return internal(
                "received invalid response from input validation webhook",
                TextNode.valueOf("invalid response: " + reason));
    }

    /** No answer at all. */
    static RequestException none(InputWebhook webhook, String reason) {
        ObjectNode detail = JsonNodeFactory.instance.objectNode();
        detail.put("type", "http_exception").put("message", reason);
        detail.putObject("request")
                .put("method", "POST")
                .put("url", webhook.template())
                .put("responseTimeout", webhook.timeout().toMillis() + " ms");
        return internal("http exception when validating input data", detail);
    }

    private static RequestException internal(String message, JsonNode detail) {
        return new RequestException(ErrorCode.UNEXPECTED, message, ErrorPath.ROOT)
                .withInternal(detail.toString());
    }
}
