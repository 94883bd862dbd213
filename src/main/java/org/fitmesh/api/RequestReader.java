package org.fitmesh.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.fitmesh.error.ErrorCode;
import org.fitmesh.error.ErrorPath;
import org.fitmesh.error.RequestException;
import org.fitmesh.naming.GraphQLName;

/** Reads the body of a GraphQL request; the content type does not matter, as in Hasura. */
final class RequestReader {
    /** Numbers keep all their digits on their way to PostgreSQL. */
    private static final ObjectReader JSON =
            JsonMapper.builder()
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .nodeFactory(JsonNodeFactory.withExactBigDecimals(true))
                    .build()
                    .readerFor(JsonNode.class);

    /** Where Jackson tells of its own settings instead of a place. */
    private static final Pattern START_MARKER = Pattern.compile(" \\(start marker at .*\\)");

    private RequestReader() {}

    /**
     * Reads a body.
     *
     * @param maxBatch how many requests it may hold
     * @throws RequestException invalid-json, or parse-failed when it is JSON but no request, or
     *     bad-request when it holds too many
     */
    static GraphQLRequest.Body read(byte[] body, int maxBatch) {
        JsonNode json = parse(body, "send {\"query\": \"…\", \"variables\": {…}}");
        if (!json.isArray()) {
            return new GraphQLRequest.Body(List.of(request(json)), false);
        }
        if (json.size() > maxBatch) {
            throw tooMany(maxBatch);
        }
        List<GraphQLRequest> requests = new ArrayList<>();
        json.forEach(element -> requests.add(request(element)));
        return new GraphQLRequest.Body(requests, true);
    }

    /**
     * A body as JSON.
     *
     * @param hint what should be sent
     * @throws RequestException invalid-json when it is none
     */
    static JsonNode parse(byte[] body, String hint) {
        if (body.length == 0) {
            throw invalid("the body is empty", hint);
        }
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw invalid(START_MARKER.matcher(e.getOriginalMessage()).replaceAll(""), hint);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RequestException invalid(String reason, String hint) {
        return new RequestException(
                        ErrorCode.INVALID_JSON, "invalid JSON: " + reason, ErrorPath.ROOT)
                .withHint(hint);
    }

    private static RequestException tooMany(int maxBatch) {
        return new RequestException(
                        ErrorCode.BAD_REQUEST,
                        "the batch has more than " + maxBatch + " requests",
                        ErrorPath.ROOT)
                .withHint("send fewer at once, or raise FITMESH_MAX_BATCH_SIZE");
    }

    /**
     * One request.
     *
     * @throws RequestException parse-failed when it is none, or not-supported for a persisted
     *     query, which only Hasura's other editions know
     */
    static GraphQLRequest request(JsonNode json) {
        if (!json.isObject()) {
            throw failed("expected an object with the key 'query'", ErrorPath.ROOT);
        }
        JsonNode query = json.path("query");
        if (query.isMissingNode()) {
            throw failed("the key 'query' was not present", ErrorPath.ROOT);
        }
        if (!query.isTextual()) {
            throw failed("expected a string for the key 'query'", ErrorPath.QUERY);
        }
        if (json.path("extensions").hasNonNull("persistedQuery")) {
            throw new RequestException(
                    ErrorCode.NOT_SUPPORTED,
                    "Automatic Persisted Queries is not enabled",
                    ErrorPath.ROOT);
        }
        return new GraphQLRequest(
                query.textValue(),
                operationName(json.path("operationName")),
                variables(json.path("variables")));
    }

    private static Optional<String> operationName(JsonNode name) {
        if (name.isTextual() && !GraphQLName.is(name.textValue())) {
            throw failed(
                    name.textValue() + " is not valid GraphQL name",
                    ErrorPath.ROOT.key("operationName"));
        }
        if (name.isTextual()) {
            return Optional.of(name.textValue());
        }
        if (name.isMissingNode() || name.isNull()) {
            return Optional.empty();
        }
        throw failed(
                "expected a string for the key 'operationName'",
                ErrorPath.ROOT.key("operationName"));
    }

    private static ObjectNode variables(JsonNode variables) {
        if (variables instanceof ObjectNode object) {
            return object;
        }
        if (variables.isMissingNode() || variables.isNull()) {
            return JsonNodeFactory.instance.objectNode();
        }
        throw failed("expected an object for the key 'variables'", ErrorPath.ROOT.key("variables"));
    }

    private static RequestException failed(String message, ErrorPath path) {
        return new RequestException(ErrorCode.PARSE_FAILED, message, path);
    }
}
