package org.fitmesh.code.scalar;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonStructure;
import jakarta.json.JsonValue;
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
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** A scalar, and the Java classes whose values have it. {@code double} is {@code Float}. */
public enum TableScalar {
    INT(
            "Int",
            int.class,
            Integer.class,
            byte.class,
            Byte.class,
            OptionalInt.class,
            AtomicInteger.class),
    FLOAT("Float", double.class, Double.class, float.class, Float.class, OptionalDouble.class),
    SMALLINT("smallint", short.class, Short.class),
    BIGINT(
            "bigint",
            long.class,
            Long.class,
            BigInteger.class,
            OptionalLong.class,
            AtomicLong.class),
    NUMERIC("numeric", BigDecimal.class),
    ID("uuid", UUID.class),
    DATE("date", LocalDate.class, java.sql.Date.class),
    TIMESTAMPTZ(
            "timestamptz",
            OffsetDateTime.class,
            Instant.class,
            ZonedDateTime.class,
            java.util.Date.class,
            Calendar.class,
            GregorianCalendar.class),
    TIMESTAMP("timestamp", LocalDateTime.class, java.sql.Timestamp.class),
    TIME("time", LocalTime.class, java.sql.Time.class),
    TIMETZ("timetz", OffsetTime.class),
    INTERVAL("interval", Duration.class, Period.class),
    JSON(
            "jsonb",
            JsonValue.class,
            JsonObject.class,
            JsonArray.class,
            JsonStructure.class,
            JsonNode.class,
            ObjectNode.class,
            ArrayNode.class);

    private final String graphqlName;
    private final List<Class<?>> classes;

    TableScalar(String graphqlName, Class<?>... classes) {
        this.graphqlName = graphqlName;
        this.classes = List.of(classes);
    }

    /** Its name in GraphQL. */
    public String graphqlName() {
        return graphqlName;
    }

    /** The Java classes that have it. */
    public List<Class<?>> classes() {
        return classes;
    }
}
