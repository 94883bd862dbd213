package org.fitmesh.code.scalar;

import graphql.schema.CoercingSerializeException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Calendar;

/** Java values as those of JSON: strings, exact numbers, JSON itself. */
final class ScalarOutput {
    private ScalarOutput() {}

    /**
     * @throws CoercingSerializeException for a class that is not of the scalar, or no number
     */
    static Object of(TableScalar scalar, Object value) {
        return switch (scalar) {
            case INT, SMALLINT, BIGINT, NUMERIC, FLOAT -> number(scalar, value);
            case ID, DATE, INTERVAL -> value.toString();
            case TIMESTAMPTZ -> TimeText.DATE_TIME_OFFSET.format(instant(value));
            case TIMESTAMP -> DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(local(value));
            case TIME -> DateTimeFormatter.ISO_LOCAL_TIME.format(time(value));
            case TIMETZ -> TimeText.TIME_OFFSET.format((OffsetTime) value);
            case JSON -> JsonValues.node(value);
        };
    }

    private static Object number(TableScalar scalar, Object value) {
        if (value instanceof Integer
                || value instanceof Long
                || value instanceof BigInteger
                || value instanceof BigDecimal) {
            return value;
        }
        if (value instanceof Double || value instanceof Float) {
            return floating(scalar, (Number) value);
        }
        if (value instanceof Number number) {
            return number.longValue();
        }
        throw new CoercingSerializeException(
                "no number: a value of " + value.getClass() + " as " + scalar.graphqlName());
    }

    /** The shortest text that is this float: 0.1f is 0.1, not 0.10000000149011612. */
    private static Object floating(TableScalar scalar, Number value) {
        if (!Double.isFinite(value.doubleValue())) {
            throw new CoercingSerializeException(value + " is no " + scalar.graphqlName());
        }
        return new BigDecimal(value.toString());
    }

    private static OffsetDateTime instant(Object value) {
        if (value instanceof OffsetDateTime time) {
            return time;
        }
        if (value instanceof ZonedDateTime time) {
            return time.toOffsetDateTime();
        }
        if (value instanceof Instant time) {
            return time.atOffset(ZoneOffset.UTC);
        }
        if (value instanceof Calendar calendar) {
            return calendar.toInstant()
                    .atZone(calendar.getTimeZone().toZoneId())
                    .toOffsetDateTime();
        }
        return Instant.ofEpochMilli(((java.util.Date) value).getTime()).atOffset(ZoneOffset.UTC);
    }

    private static LocalDateTime local(Object value) {
        return value instanceof java.sql.Timestamp time
                ? time.toLocalDateTime()
                : (LocalDateTime) value;
    }

    private static LocalTime time(Object value) {
        return value instanceof java.sql.Time time ? time.toLocalTime() : (LocalTime) value;
    }
}
