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
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collection;
import java.util.Optional;
import org.fitmesh.error.ErrorCode;
import org.fitmesh.error.ErrorPath;
import org.fitmesh.error.RequestException;
import org.fitmesh.error.UnknownName;

/** Hasura's words for values that do not fit their place. */
final class InputError {
    private static final BigDecimal PLAIN_FROM = new BigDecimal("0.1");
    private static final BigDecimal PLAIN_BELOW = BigDecimal.TEN.pow(7);

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
                ErrorCode.PARSE_FAILED, "The value " + show(number) + rest, path);
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

    private static String show(JsonNode number) {
        boolean finite = !number.isFloatingPointNumber() || number.isBigDecimal();
        return finite || Double.isFinite(number.doubleValue())
                ? show(number.decimalValue())
                : number.asText();
    }

    /** Hasura writes small numbers plainly and others as {@code 2.147483648e9}. */
    static String show(BigDecimal number) {
        BigDecimal size = number.abs();
        if (number.signum() == 0) {
            return "0.0";
        }
        if (size.compareTo(PLAIN_FROM) >= 0 && size.compareTo(PLAIN_BELOW) < 0) {
            String plain = number.stripTrailingZeros().toPlainString();
            return plain.contains(".") ? plain : plain + ".0";
        }
        BigDecimal stripped = number.stripTrailingZeros();
        BigInteger unscaled = stripped.unscaledValue().abs();
        String digits = unscaled.toString();
        long exponent = (long) digits.length() - 1 - stripped.scale();
        String rest = digits.length() == 1 ? "0" : digits.substring(1);
        String sign = number.signum() < 0 ? "-" : "";
        return sign + digits.charAt(0) + "." + rest + "e" + exponent;
    }
}
