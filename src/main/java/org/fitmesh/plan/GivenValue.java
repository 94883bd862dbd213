package org.fitmesh.plan;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.fitmesh.error.ErrorCode;
import org.fitmesh.error.ErrorPath;
import org.fitmesh.error.RequestException;
import org.fitmesh.schema.filter.TypedValue;

/**
 * What Hasura refuses of a client's value before the database sees it: so the error tells where in
 * the request it is.
 */
final class GivenValue {
    private GivenValue() {}

    /**
     * Checks a value, or each of a list.
     *
     * @param path of the value
     * @throws RequestException parse-failed for one of the wrong kind
     */
    static void check(JsonNode value, ExpectedValue expected, ErrorPath path) {
        if (!expected.list() || !value.isArray()) {
            refuse(TypedValue.fault(value, expected.type()), path);
            return;
        }
        for (int i = 0; i < value.size(); i++) {
            Optional<String> fault = TypedValue.fault(value.get(i), expected.type());
            if (fault.isPresent()) {
                refuse(fault, path.index(i));
            }
        }
    }

    private static void refuse(Optional<String> fault, ErrorPath path) {
        if (fault.isPresent()) {
            throw new RequestException(ErrorCode.PARSE_FAILED, fault.get(), path);
        }
    }

    /** Checks a JSONPath: validation-failed for what is none. */
    static void checkPath(JsonNode value, ErrorPath path) {
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
}
