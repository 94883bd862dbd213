package org.fitmesh.graphql.operation;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Set;
import org.fitmesh.graphql.type.InputRule;

/**
 * The values of the five scalars of the specification (section 3.5), as Hasura reads them. Every
 * other scalar accepts any JSON and leaves it to its source.
 */
final class BuiltInScalar {
    /** What a scalar says of a value. */
    enum Verdict {
        FITS,
        WRONG_KIND,
        /** A number, but not one of this scalar's. */
        OUT_OF_RANGE
    }

    private static final Set<String> NAMES = Set.of("Int", "Float", "String", "Boolean", "ID");

    private BuiltInScalar() {}

    static boolean isBuiltIn(String scalar) {
        return NAMES.contains(scalar);
    }

    /** Whether a value that is not null fits. */
    static Verdict judge(String scalar, InputRule rule, JsonNode value) {
        return switch (scalar) {
            case "Int" -> judgeInteger(rule, value);
            case "Float" -> judgeFloat(value);
            case "String" -> fits(value.isTextual());
            case "Boolean" -> fits(value.isBoolean());
            case "ID" -> fits(value.isTextual() || value.isIntegralNumber());
            default -> Verdict.FITS;
        };
    }

    /** The kind that a scalar expects, for a message. */
    static String expected(String scalar, InputRule rule) {
        return switch (scalar) {
            case "Int" -> expectedInteger(rule);
            case "Float" -> "a float";
            case "Boolean" -> "a boolean";
            case "ID" -> "a String or a 32-bit integer";
            default -> "a string";
        };
    }

    /** Whether a number of 64 bits or a text of decimal digits that gives one. */
    static boolean isLong(JsonNode value) {
        return value.isTextual() ? isLong(value.textValue()) : isWhole(value, 0x1p63);
    }

    static boolean isInt(JsonNode value) {
        return value.canConvertToInt() && (value.isIntegralNumber() || isWhole(value, 0x1p31));
    }

    private static Verdict judgeInteger(InputRule rule, JsonNode value) {
        if (rule == InputRule.INT64 && value.isTextual()) {
            return fits(isLong(value.textValue()));
        }
        if (!value.isNumber()) {
            return Verdict.WRONG_KIND;
        }
        if (rule == InputRule.NON_NEGATIVE && value.doubleValue() < 0) {
            return Verdict.WRONG_KIND;
        }
        boolean inRange = rule == InputRule.INT64 ? isLong(value) : isInt(value);
        return inRange ? Verdict.FITS : Verdict.OUT_OF_RANGE;
    }

    private static Verdict judgeFloat(JsonNode value) {
        if (!value.isNumber()) {
            return Verdict.WRONG_KIND;
        }
        return Double.isInfinite(value.doubleValue()) ? Verdict.OUT_OF_RANGE : Verdict.FITS;
    }

    private static Verdict fits(boolean fits) {
        return fits ? Verdict.FITS : Verdict.WRONG_KIND;
    }

    private static String expectedInteger(InputRule rule) {
        return switch (rule) {
            case NON_NEGATIVE -> "a non-negative 32-bit integer";
            case INT64 -> "a 32-bit integer, or a 64-bit integer represented as a string";
            case SPECIFICATION, COLUMN, COLUMN_LIST -> "a 32-bit integer";
        };
    }

    private static boolean isWhole(JsonNode value, double bound) {
        if (value.isIntegralNumber()) {
            return value.canConvertToLong();
        }
        double number = value.doubleValue();
        return number >= -bound && number < bound && number == Math.rint(number);
    }

    private static boolean isLong(String text) {
        // No 64-bit number has more than 19 digits; the bound keeps the comparison below cheap.
        if (text.isEmpty() || text.length() > 19) {
            return false;
        }
        if (!text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return false;
        }
        return new BigDecimal(text).compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) <= 0;
    }
}
