package org.fitmesh.code.scalar;

import static java.time.format.DateTimeFormatter.ISO_LOCAL_DATE_TIME;
import static java.time.format.DateTimeFormatter.ISO_LOCAL_TIME;
import static java.time.format.DateTimeFormatter.ISO_OFFSET_DATE_TIME;
import static java.time.format.DateTimeFormatter.ISO_OFFSET_TIME;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Period;
import java.util.UUID;

/**
 * Reads the values of clients into a form that JSON-B and Java understand alike: texts in ISO 8601,
 * {@code Integer}, {@code BigInteger}, {@code BigDecimal}, maps and lists.
 */
final class ScalarText {
    private static final BigInteger MIN_INT = BigInteger.valueOf(Integer.MIN_VALUE);
    private static final BigInteger MAX_INT = BigInteger.valueOf(Integer.MAX_VALUE);

    /** A double has no digits beyond; more would cost time and nothing else. */
    private static final int MAX_EXPONENT = 16_383;

    private ScalarText() {}

    /** The value, or an {@link Unreadable} for what the scalar does not accept. */
    static Object read(TableScalar scalar, Object given) {
        try {
            return accepted(scalar, given);
        } catch (DateTimeException | IllegalArgumentException | ArithmeticException e) {
            return new Unreadable(
                    "invalid input for type " + scalar.graphqlName() + ": " + shown(given));
        }
    }

    private static Object accepted(TableScalar scalar, Object given) {
        return switch (scalar) {
            case INT -> within(number(given), MIN_INT, MAX_INT).intValueExact();
            case SMALLINT ->
                    within(
                                    numberOrText(given),
                                    BigInteger.valueOf(Short.MIN_VALUE),
                                    BigInteger.valueOf(Short.MAX_VALUE))
                            .intValueExact();
            case BIGINT -> numberOrText(given).toBigIntegerExact();
            case FLOAT -> number(given).doubleValue();
            case NUMERIC -> numberOrText(given);
            case ID -> UUID.fromString(uuid(text(given))).toString();
            case DATE -> TimeText.date(text(given)).toString();
            case TIMESTAMPTZ -> ISO_OFFSET_DATE_TIME.format(TimeText.withOffset(text(given)));
            case TIMESTAMP -> ISO_LOCAL_DATE_TIME.format(TimeText.withoutOffset(text(given)));
            case TIME -> ISO_LOCAL_TIME.format(TimeText.time(text(given)));
            case TIMETZ -> ISO_OFFSET_TIME.format(TimeText.timeWithOffset(text(given)));
            case INTERVAL -> interval(text(given));
            case JSON -> JsonValues.plain(given);
        };
    }

    private static String text(Object given) {
        if (given instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException();
    }

    /** Java accepts shortened groups, PostgreSQL does not. */
    private static String uuid(String text) {
        String stripped = text.strip();
        if (stripped.length() != 36) {
            throw new IllegalArgumentException();
        }
        return stripped;
    }

    private static BigDecimal number(Object given) {
        if (given instanceof BigDecimal decimal) {
            return bounded(decimal);
        }
        if (given instanceof BigInteger integer) {
            return new BigDecimal(integer);
        }
        if (given instanceof Number number) {
            return new BigDecimal(number.toString());
        }
        throw new IllegalArgumentException();
    }

    /** As Hasura: numbers that JavaScript would round may be sent as texts. */
    private static BigDecimal numberOrText(Object given) {
        return given instanceof String text ? bounded(new BigDecimal(text.strip())) : number(given);
    }

    /** {@code 1e999999999} is a short text and a number that fills the memory. */
    private static BigDecimal bounded(BigDecimal number) {
        if (Math.abs((long) number.scale()) > MAX_EXPONENT) {
            throw new IllegalArgumentException();
        }
        return number;
    }

    private static BigInteger within(BigDecimal number, BigInteger least, BigInteger most) {
        BigInteger value = number.toBigIntegerExact();
        if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
            throw new IllegalArgumentException();
        }
        return value;
    }

    private static String interval(String given) {
        String text = given.strip();
        return text.contains("T") || text.contains("t")
                ? Duration.parse(text).toString()
                : Period.parse(text).toString();
    }

    private static String shown(Object given) {
        String text = String.valueOf(given);
        String start = text.length() <= 100 ? text : text.substring(0, 100) + "…";
        return given instanceof String ? "\"" + start + "\"" : start;
    }
}
