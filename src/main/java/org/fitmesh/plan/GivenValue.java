package org.fitmesh.plan;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.regex.Pattern;
import org.fitmesh.catalog.PgType;
import org.fitmesh.error.ErrorCode;
import org.fitmesh.error.ErrorPath;
import org.fitmesh.error.RequestException;
import org.fitmesh.schema.table.ScalarNames;

/**
 * What Hasura refuses of a client's value before the database sees it: so the error tells where in
 * the request it is. A string is PostgreSQL's to read, whatever the type, but for label paths.
 */
final class GivenValue {
    private static final Pattern LABELS =
            Pattern.compile("([\\p{L}\\p{N}_-]+(\\.[\\p{L}\\p{N}_-]+)*+)?");

    private GivenValue() {}

    /**
     * Checks a value, or each of a list.
     *
     * @param path of the value
     * @throws RequestException parse-failed for one of the wrong kind
     */
    static void check(JsonNode value, ExpectedValue expected, ErrorPath path) {
        if (!expected.list() || !value.isArray()) {
            refuse(fault(value, expected.type()), path);
            return;
        }
        for (int i = 0; i < value.size(); i++) {
            Optional<String> fault = fault(value.get(i), expected.type());
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

    private static Optional<String> fault(JsonNode value, PgType type) {
        if (!type.isArray() || value.isTextual() || value.isNull()) {
            return scalar(value, type);
        }
        if (!value.isArray()) {
            return Optional.of(GivenScalar.mismatch("[]", "Array", value));
        }
        // As in Hasura the path of the whole counts, and inner lists are no values of its elements.
        for (JsonNode element : value) {
            Optional<String> fault = scalar(element, ScalarNames.elementOf(type));
            if (fault.isPresent()) {
                return fault;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> scalar(JsonNode value, PgType type) {
        if (value.isNull()) {
            return Optional.empty();
        }
        if (ScalarNames.isLabelPath(type)) {
            return labelPath(value);
        }
        return value.isTextual() ? Optional.empty() : GivenScalar.fault(value, type);
    }

    private static Optional<String> labelPath(JsonNode value) {
        return value.isTextual() && LABELS.matcher(value.textValue()).matches()
                ? Optional.empty()
                : Optional.of(
                        "Expecting label path: a sequence of zero or more labels separated by dots,"
                                + " for example L1.L2.L3");
    }
}
