package org.fitmesh.code.scalar;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.ZonedDateTime;
import java.util.GregorianCalendar;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/** From what {@link ScalarText} reads to the class that a method wants. */
public final class JavaValue {
    private static final Map<String, Function<Object, Object>> CONVERSIONS =
            Map.ofEntries(
                    to("byte", v -> number(v).byteValueExact()),
                    to("java.lang.Byte", v -> number(v).byteValueExact()),
                    to("short", v -> number(v).shortValueExact()),
                    to("java.lang.Short", v -> number(v).shortValueExact()),
                    to("long", v -> number(v).longValueExact()),
                    to("java.lang.Long", v -> number(v).longValueExact()),
                    to("float", v -> number(v).floatValue()),
                    to("java.lang.Float", v -> number(v).floatValue()),
                    to(AtomicInteger.class, v -> new AtomicInteger(number(v).intValueExact())),
                    to(AtomicLong.class, v -> new AtomicLong(number(v).longValueExact())),
                    to(UUID.class, v -> UUID.fromString((String) v)),
                    to(LocalDate.class, v -> LocalDate.parse((String) v)),
                    to(java.sql.Date.class, v -> java.sql.Date.valueOf((String) v)),
                    to(OffsetDateTime.class, v -> OffsetDateTime.parse((String) v)),
                    to(Instant.class, v -> OffsetDateTime.parse((String) v).toInstant()),
                    to(
                            ZonedDateTime.class,
                            v -> OffsetDateTime.parse((String) v).toZonedDateTime()),
                    to(
                            java.util.Date.class,
                            v -> java.util.Date.from(OffsetDateTime.parse((String) v).toInstant())),
                    to("java.util.Calendar", JavaValue::calendar),
                    to(GregorianCalendar.class, JavaValue::calendar),
                    to(LocalDateTime.class, v -> LocalDateTime.parse((String) v)),
                    to(
                            java.sql.Timestamp.class,
                            v -> java.sql.Timestamp.valueOf(LocalDateTime.parse((String) v))),
                    to(LocalTime.class, v -> LocalTime.parse((String) v)),
                    to(
                            java.sql.Time.class,
                            v -> java.sql.Time.valueOf(LocalTime.parse((String) v))),
                    to(OffsetTime.class, v -> OffsetTime.parse((String) v)),
                    to(Duration.class, v -> Duration.parse((String) v)),
                    to(Period.class, v -> Period.parse((String) v)),
                    to(JsonNode.class, JsonValues::node),
                    to("com.fasterxml.jackson.databind.node.ObjectNode", JsonValues::node),
                    to("com.fasterxml.jackson.databind.node.ArrayNode", JsonValues::node),
                    to("jakarta.json.JsonValue", JsonPValues::of),
                    to("jakarta.json.JsonObject", JsonPValues::of),
                    to("jakarta.json.JsonArray", JsonPValues::of),
                    to("jakarta.json.JsonStructure", JsonPValues::of));

    private JavaValue() {}

    /**
     * @param read no {@link Unreadable}
     * @param className of one of the classes of {@link TableScalar}
     * @throws IllegalArgumentException when it does not fit into the class
     */
    public static Object of(Object read, String className) {
        try {
            return CONVERSIONS.getOrDefault(className, Function.identity()).apply(read);
        } catch (ArithmeticException | java.time.DateTimeException e) {
            throw new IllegalArgumentException("no " + className + ": " + read, e);
        }
    }

    private static BigDecimal number(Object value) {
        return value instanceof BigInteger integer
                ? new BigDecimal(integer)
                : new BigDecimal(value.toString());
    }

    private static Object calendar(Object value) {
        return GregorianCalendar.from(OffsetDateTime.parse((String) value).toZonedDateTime());
    }

    private static Map.Entry<String, Function<Object, Object>> to(
            Class<?> javaClass, Function<Object, Object> conversion) {
        return Map.entry(javaClass.getName(), conversion);
    }

    private static Map.Entry<String, Function<Object, Object>> to(
            String className, Function<Object, Object> conversion) {
        return Map.entry(className, conversion);
    }
}
