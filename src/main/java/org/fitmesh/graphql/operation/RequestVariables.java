package org.fitmesh.graphql.operation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.fitmesh.error.ErrorCode;
import org.fitmesh.error.ErrorPath;
import org.fitmesh.error.RequestException;

/** The variables of one request beside their declarations. */
final class RequestVariables {
    private final ParsedOperation operation;
    private final ObjectNode values;
    private final AbsentVariables absent;

    private RequestVariables(ParsedOperation operation, ObjectNode values, AbsentVariables absent) {
        this.absent = absent;
        this.operation = operation;
        this.values = values;
    }

    /**
     * Refuses what can be refused before the place of use is known (Hasura: path {@code $}). A
     * value for a variable that is declared and stands nowhere is unexpected, too.
     */
    static RequestVariables check(
            ParsedOperation operation, ObjectNode values, AbsentVariables absent) {
        for (DeclaredVariable variable : operation.variables().values()) {
            checkNull(variable, values.get(variable.name()));
        }
        List<String> unexpected = new ArrayList<>();
        for (Iterator<String> names = values.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            DeclaredVariable variable = operation.variables().get(name);
            if (variable == null || !variable.isUsed()) {
                unexpected.add(name);
            }
        }
        if (!unexpected.isEmpty()) {
            throw failure(
                    "unexpected variables in variableValues: " + String.join(", ", unexpected));
        }
        return new RequestVariables(operation, values, absent);
    }

    DeclaredVariable declaration(String name) {
        return operation.variables().get(name);
    }

    /** The value as given; null when there is none. */
    JsonNode value(String name) {
        return values.get(name);
    }

    /** Do places of variables without a value count as empty, even if they have no default? */
    boolean leavesAbsentAway() {
        return absent == AbsentVariables.LEFT_AWAY;
    }

    ObjectNode values() {
        return values;
    }

    private static void checkNull(DeclaredVariable variable, JsonNode value) {
        if (!variable.type().isNonNull()) {
            return;
        }
        if (value != null && value.isNull()) {
            throw failure("null value found for non-nullable type: \"" + variable.type() + "\"");
        }
        if (value == null && variable.defaultValue() == null) {
            throw failure(
                    "expecting a value for non-nullable variable: \"" + variable.name() + "\"");
        }
    }

    private static RequestException failure(String message) {
        return new RequestException(ErrorCode.VALIDATION_FAILED, message, ErrorPath.ROOT);
    }
}
