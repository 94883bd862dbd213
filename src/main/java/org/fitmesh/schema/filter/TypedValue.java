package org.fitmesh.schema.filter;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;
import org.fitmesh.catalog.PgType;
import org.fitmesh.graphql.operation.NumberText;
import org.fitmesh.schema.table.ScalarNames;

/**
 * Which JSON values Hasura takes for which type, and its words for others. A string is PostgreSQL's
 * to read, whatever the type, but for label paths.
 */
public final class TypedValue {
    private static final Pattern LABELS =
            Pattern.compile("([\\p{L}\\p{N}_-]+(\\.[\\p{L}\\p{N}_-]+)*+)?");

    private TypedValue() {}

    /** What is wrong with a value; empty: nothing. */
    public static Optional<String> fault(JsonNode value, PgType type) {
        if (!type.isArray() || value.isTextual() || value.isNull()) {
            return scalar(value, type);
        }
        if (!value.isArray()) {
            return Optional.of(mismatch("[]", "Array", value));
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
        return value.isTextual() ? Optional.empty() : ofKind(value, type);
    }

    private static Optional<String> labelPath(JsonNode value) {
        return value.isTextual() && LABELS.matcher(value.textValue()).matches()
                ? Optional.empty()
                : Optional.of(
                        "Expecting label path: a sequence of zero or more labels separated by dots,"
                                + " for example L1.L2.L3");
    }

    private static Optional<String> ofKind(JsonNode value, PgType type) {
        return switch (type.name()) {
            case "int2" -> integer(value, "PGSmallInt", Short.MIN_VALUE, Short.MAX_VALUE);
            case "int4" -> integer(value, "PGInteger", Integer.MIN_VALUE, Integer.MAX_VALUE);
            case "int8" -> integer(value, "PGBigInt", Long.MIN_VALUE, Long.MAX_VALUE);
            case "float4" ->
                    real(
                            value,
                            "PGFloat",
                            value.isNumber() && Float.isInfinite(value.floatValue()));
            case "float8" ->
                    real(
                            value,
                            "PGDouble",
                            value.isNumber() && Double.isInfinite(value.doubleValue()));
            case "numeric", "money" -> unless(value.isNumber(), "Scientific", "Number", value);
            case "bool" -> unless(value.isBoolean(), "Bool", "Boolean", value);
            case "text", "varchar", "citext", "lquery", "ltxtquery" -> text("Text", value);
            case "bpchar" -> text("Char", value);
            case "date" -> text("Day", value);
            case "timestamp" -> text("LocalTime", value);
            case "timestamptz" -> text("UTCTime", value);
            case "timetz" -> text("ZonedTimeOfDay", value);
            case "uuid" -> text("UUID", value);
            // documents, GeoJSON
            case "json", "jsonb", "geometry", "geography" -> Optional.empty();
            default -> ofOtherType(type);
        };
    }

    /** The message for a value of the wrong kind. */
    static String mismatch(String parser, String expected, JsonNode value) {
        return "parsing "
                + parser
                + " failed, expected "
                + expected
                + ", but encountered "
                + kind(value);
    }

    /** What a domain or a pseudo-type takes is PostgreSQL's to say. */
    private static Optional<String> ofOtherType(PgType type) {
        boolean open = type.kind() == PgType.Kind.DOMAIN || type.kind() == PgType.Kind.PSEUDO;
        return open
                ? Optional.empty()
                : Optional.of("A string is expected for type: " + type.name());
    }

    private static Optional<String> integer(JsonNode value, String name, long min, long max) {
        if (!value.isNumber()) {
            return Optional.of(
                    mismatch("Integer expected for input type: " + name, "Number", value));
        }
        return isWhole(value, min, max)
                ? Optional.empty()
                : Optional.of(
                        "The value "
                                + NumberText.of(value)
                                + " lies outside the bounds or is not an integer. Maybe it is a"
                                + " float, or is there integer overflow?");
    }

    private static boolean isWhole(JsonNode value, long min, long max) {
        if (value.isIntegralNumber()) {
            return value.canConvertToLong() && value.longValue() >= min && value.longValue() <= max;
        }
        BigDecimal number = value.decimalValue();
        return number.compareTo(BigDecimal.valueOf(min)) >= 0
                && number.compareTo(BigDecimal.valueOf(max)) <= 0
                && number.stripTrailingZeros().scale() <= 0;
    }

    private static Optional<String> real(JsonNode value, String name, boolean infinite) {
        if (!value.isNumber()) {
            return Optional.of(mismatch("Float expected for input type: " + name, "Number", value));
        }
        return infinite
                ? Optional.of(
                        "The value "
                                + NumberText.of(value)
                                + " lies outside the bounds. Is it overflowing the float bounds?")
                : Optional.empty();
    }

    private static Optional<String> text(String parser, JsonNode value) {
        return unless(false, parser, "String", value);
    }

    private static Optional<String> unless(
            boolean fits, String parser, String expected, JsonNode value) {
        return fits ? Optional.empty() : Optional.of(mismatch(parser, expected, value));
    }

    /** The kinds of JSON values in the words of Hasura's reader. */
    private static String kind(JsonNode value) {
        return switch (value.getNodeType()) {
            case NUMBER -> "Number";
            case BOOLEAN -> "Boolean";
            case ARRAY -> "Array";
            case STRING -> "String";
            case NULL -> "Null";
            default -> "Object";
        };
    }
}
