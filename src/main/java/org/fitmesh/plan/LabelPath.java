package org.fitmesh.plan;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Pattern;
import org.fitmesh.error.ErrorCode;
import org.fitmesh.error.ErrorPath;
import org.fitmesh.error.RequestException;

/**
 * A value of PostgreSQL's type ltree, which Hasura reads before the database does: so the error
 * tells where in the request it is.
 */
final class LabelPath {
    private static final Pattern LABELS =
            Pattern.compile("([\\p{L}\\p{N}_-]+(\\.[\\p{L}\\p{N}_-]+)*+)?");

    private LabelPath() {}

    /**
     * Checks a path, or each of a list.
     *
     * @throws RequestException parse-failed for what is none
     */
    static void check(JsonNode value, ErrorPath path) {
        if (value.isArray()) {
            for (int i = 0; i < value.size(); i++) {
                check(value.get(i), path.index(i));
            }
        } else if (value.isTextual() && !LABELS.matcher(value.textValue()).matches()) {
            throw new RequestException(
                    ErrorCode.PARSE_FAILED,
                    "Expecting label path: a sequence of zero or more labels separated by dots,"
                            + " for example L1.L2.L3",
                    path);
        }
    }
}
