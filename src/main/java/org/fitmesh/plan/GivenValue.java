package org.fitmesh.plan;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Pattern;
import org.fitmesh.error.ErrorCode;
import org.fitmesh.error.ErrorPath;
import org.fitmesh.error.RequestException;

/**
 * What Hasura refuses of a client's value before the database sees it: so the error tells where in
 * the request it is. A text is PostgreSQL's to read, but for label paths.
 */
final class GivenValue {
    private static final Pattern LABELS =
            Pattern.compile("([\\p{L}\\p{N}_-]+(\\.[\\p{L}\\p{N}_-]+)*+)?");

    private GivenValue() {}

    /**
     * Checks a value, or each of a list.
     *
     * @param path of the value
     * @throws RequestException parse-failed for one of the wrong kind, validation-failed for a
     *     JSONPath that is none
     */
    static void check(JsonNode value, Encoding encoding, ErrorPath path) {
        switch (encoding) {
            case STRING, LABEL_PATH -> scalar(value, encoding, path);
            case ARRAY_OF_STRING -> each(value, Encoding.STRING, path);
            case ARRAY_OF_LABEL_PATH -> each(value, Encoding.LABEL_PATH, path);
            case JSON_PATH -> jsonPath(value, path);
            default -> {}
        }
    }

    private static void each(JsonNode value, Encoding element, ErrorPath path) {
        if (!value.isArray()) {
            scalar(value, element, path);
            return;
        }
        for (int i = 0; i < value.size(); i++) {
            each(value.get(i), element, path.index(i));
        }
    }

    private static void scalar(JsonNode value, Encoding encoding, ErrorPath path) {
        if (value.isNull()) {
            return;
        }
        if (!value.isTextual()) {
            throw failed(
                    "parsing Text failed, expected String, but encountered " + kind(value), path);
        }
        if (encoding == Encoding.LABEL_PATH && !LABELS.matcher(value.textValue()).matches()) {
            throw failed(
                    "Expecting label path: a sequence of zero or more labels separated by dots,"
                            + " for example L1.L2.L3",
                    path);
        }
    }

    private static void jsonPath(JsonNode value, ErrorPath path) {
        if (value.isTextual() && !JsonPath.isValid(value.textValue())) {
            throw new RequestException(
                    ErrorCode.VALIDATION_FAILED,
                    "parse json path error: "
                            + value.textValue()
                            + ". Accept letters, digits, underscore (_) or hyphen (-) only. Use quotes"
                            + " enclosed in bracket ([\"...\"]) if there is any special character",
                    path);
        }
    }

    /** The kinds of JSON values in the words of Hasura's reader. */
    private static String kind(JsonNode value) {
        return switch (value.getNodeType()) {
            case NUMBER -> "Number";
            case BOOLEAN -> "Boolean";
            case ARRAY -> "Array";
            default -> "Object";
        };
    }

    private static RequestException failed(String message, ErrorPath path) {
        return new RequestException(ErrorCode.PARSE_FAILED, message, path);
    }
}
