package org.fitmesh.graphql.operation;

import com.fasterxml.jackson.databind.JsonNode;
import graphql.language.ArrayValue;
import graphql.language.BooleanValue;
import graphql.language.EnumValue;
import graphql.language.FloatValue;
import graphql.language.IntValue;
import graphql.language.NullValue;
import graphql.language.ObjectValue;
import graphql.language.StringValue;
import graphql.language.Value;
import java.util.Collection;
import java.util.Optional;
import org.fitmesh.error.ErrorCode;
import org.fitmesh.error.ErrorPath;
import org.fitmesh.error.RequestException;
import org.fitmesh.error.UnknownName;

/** Hasura's words for values that do not fit their place. */
final class InputError {
    private InputError() {}

    static RequestException mismatch(
            String expected, String typeName, String found, ErrorPath path) {
        return invalid(
                "expected " + expected + " for type '" + typeName + "', but found " + found, path);
    }

    static RequestException unknownEnumValue(
            Collection<String> known, String typeName, String found, ErrorPath path) {
        return invalid(
                        "expected one of the values "
                                + English.list(known)
                                + " for type '"
                                + typeName
                                + "', but found '"
                                + found
                                + "'",
                        path)
                .withUnknownName(new UnknownName.EnumValue(typeName, found));
    }

    static RequestException unexpectedNull(String typeName, ErrorPath path) {
        return invalid("unexpected null value for type '" + typeName + "'", path);
    }

    static RequestException outOfRange(String typeName, JsonNode number, ErrorPath path) {
        String rest =
                typeName.equals("Float")
                        ? " lies outside the bounds. Is it overflowing the float bounds?"
                        : " lies outside the bounds or is not an integer. Maybe it is a float, or is"
                                + " there integer overflow?";
        return new RequestException(
                ErrorCode.PARSE_FAILED, "The value " + NumberText.of(number) + rest, path);
    }

    static RequestException unknownField(UnknownName.Field field, ErrorPath path) {
        return invalid(
                        "field '" + field.name() + "' not found in type: '" + field.type() + "'",
                        path)
                .withUnknownName(field);
    }

    /**
     * An argument that a field or directive does not have.
     *
     * @param type that has the field; empty for a directive
     */
    static RequestException unknownArgument(
            Optional<String> type, String owner, String argument, ErrorPath path) {
        RequestException failure =
                invalid("'" + owner + "' has no argument named '" + argument + "'", path);
        return type.map(
                        name ->
                                failure.withUnknownName(
                                        new UnknownName.Argument(name, owner, argument)))
                .orElse(failure);
    }

    static RequestException missing(String field, ErrorPath path) {
        return invalid("missing required field '" + field + "'", path);
    }

    static RequestException invalid(String message, ErrorPath path) {
        return new RequestException(ErrorCode.VALIDATION_FAILED, message, path);
    }

    static String describe(JsonNode value) {
        return switch (value.getNodeType()) {
            case NULL, MISSING -> "null";
            case BOOLEAN -> "a boolean";
            case NUMBER -> "a number";
            case ARRAY -> "a list";
            case OBJECT, POJO -> "an object";
            case STRING, BINARY -> "a string";
        };
    }

    static String describe(Value<?> literal) {
        if (literal instanceof IntValue) {
            return "an integer";
        }
        if (literal instanceof FloatValue) {
            return "a float";
        }
        if (literal instanceof StringValue) {
            return "a string";
        }
        if (literal instanceof BooleanValue) {
            return "a boolean";
        }
        if (literal instanceof EnumValue) {
            return "an enum value";
        }
        if (literal instanceof ArrayValue) {
            return "a list";
        }
        if (literal instanceof ObjectValue) {
            return "an object";
        }
        return literal instanceof NullValue ? "null" : "a variable";
    }
}
