package org.fitmesh.remote;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.fitmesh.error.ErrorCode;
import org.fitmesh.error.ErrorPath;
import org.fitmesh.error.RequestException;

/** The errors that clients see when a remote fails, in Hasura's words. */
final class RemoteFailure {
    private static final int EXCERPT_BYTES = 1000;
    private static final ObjectMapper JSON = new ObjectMapper();

    private RemoteFailure() {}

    /** No reply: refused, reset, timed out, unknown host. */
    static RequestException unreachable(RemoteEndpoint endpoint, Throwable reason) {
        ObjectNode internal = internal(endpoint, text(rootOf(reason)));
        return exception(endpoint).withInternal(internal.toString()).causedBy(reason);
    }

    /** A reply whose status says that it is no GraphQL reply. */
    static RequestException status(RemoteEndpoint endpoint, int status, byte[] body) {
        ObjectNode internal = internal(endpoint, "unexpected status " + status);
        internal.putObject("response").put("status", status).put("body", excerpt(body));
        return exception(endpoint).withInternal(internal.toString());
    }

    static RequestException tooLarge(RemoteEndpoint endpoint, int limitBytes) {
        String message = "the reply is larger than " + limitBytes + " bytes";
        return exception(endpoint).withInternal(internal(endpoint, message).toString());
    }

    /** A reply that is no GraphQL reply, such as HTML. */
    static RequestException badReply(String message, byte[] body) {
        ObjectNode internal = JsonNodeFactory.instance.objectNode();
        internal.put("raw_body", excerpt(body));
        return badReply(message).withInternal(internal.toString());
    }

    static RequestException badReply(String message) {
        return new RequestException(ErrorCode.REMOTE_SCHEMA_ERROR, message, ErrorPath.ROOT);
    }

    /** A failure in one line, for administrators; holds neither address nor header. */
    static String reason(RequestException failure) {
        Optional<String> detail = failure.internalJson().flatMap(RemoteFailure::message);
        return failure.getMessage() + detail.map(text -> " (" + text + ")").orElse("");
    }

    private static Optional<String> message(String internal) {
        try {
            String message = JSON.readTree(internal).path("message").asText();
            return message.isEmpty() ? Optional.empty() : Optional.of(message);
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    private static RequestException exception(RemoteEndpoint endpoint) {
        return badReply(
                "HTTP exception occurred while sending the request to \""
                        + endpoint.template()
                        + "\"");
    }

    private static ObjectNode internal(RemoteEndpoint endpoint, String message) {
        URI address = endpoint.address();
        ObjectNode internal = JsonNodeFactory.instance.objectNode();
        internal.put("type", "http_exception").put("message", message);
        internal.putObject("request")
                .put("method", "POST")
                .put("host", address.getHost())
                .put("port", address.getPort())
                .put("path", address.getPath())
                .put("secure", "https".equalsIgnoreCase(address.getScheme()))
                .put("responseTimeout", endpoint.timeout().toMillis() + " ms");
        return internal;
    }

    private static Throwable rootOf(Throwable reason) {
        Throwable root = reason;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        return root;
    }

    private static String text(Throwable root) {
        if (root instanceof SocketTimeoutException) {
            return "Response timeout";
        }
        return "Connection failure: " + root.getClass().getSimpleName() + ": " + root.getMessage();
    }

    private static String excerpt(byte[] body) {
        byte[] start = Arrays.copyOf(body, Math.min(body.length, EXCERPT_BYTES));
        return new String(start, StandardCharsets.UTF_8);
    }
}
