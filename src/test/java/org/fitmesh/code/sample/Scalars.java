package org.fitmesh.code.sample;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.graphql.DateFormat;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Query;

/** Each method answers what it is given. */
@GraphQLApi
@ApplicationScoped
public class Scalars {
    @Query
    public UUID uuid(UUID v) {
        return v;
    }

    @Query
    public LocalDate date(LocalDate v) {
        return v;
    }

    @Query
    public java.sql.Date sqlDate(java.sql.Date v) {
        return v;
    }

    @Query
    public OffsetDateTime offsetDateTime(OffsetDateTime v) {
        return v;
    }

    @Query
    public Instant instant(Instant v) {
        return v;
    }

    @Query
    public ZonedDateTime zonedDateTime(ZonedDateTime v) {
        return v;
    }

    @Query
    public LocalDateTime localDateTime(LocalDateTime v) {
        return v;
    }

    @Query
    public LocalTime localTime(LocalTime v) {
        return v;
    }

    @Query
    public OffsetTime offsetTime(OffsetTime v) {
        return v;
    }

    @Query
    public long primitiveLong(long v) {
        return v;
    }

    @Query
    public Long wrappedLong(Long v) {
        return v;
    }

    @Query
    public BigInteger bigInteger(BigInteger v) {
        return v;
    }

    @Query
    public short primitiveShort(short v) {
        return v;
    }

    @Query
    public BigDecimal bigDecimal(BigDecimal v) {
        return v;
    }

    @Query
    public double primitiveDouble(double v) {
        return v;
    }

    @Query
    public float primitiveFloat(float v) {
        return v;
    }

    @Query
    public int primitiveInt(@DefaultValue("7") int v) {
        return v;
    }

    @Query
    public boolean flag(boolean v) {
        return v;
    }

    @Query
    public char letter(char v) {
        return v;
    }

    @Query
    public Duration duration(Duration v) {
        return v;
    }

    @Query
    public Period period(Period v) {
        return v;
    }

    @Query
    public JsonObject jsonObject(JsonObject v) {
        return v;
    }

    @Query
    public JsonArray jsonArray(JsonArray v) {
        return v;
    }

    @Query
    public JsonValue jsonValue(JsonValue v) {
        return v;
    }

    @Query
    public JsonNode jackson(JsonNode v) {
        return v;
    }

    @Query
    @Id
    public String textId(@Id String v) {
        return v;
    }

    @Query
    @Id
    public Long longId(@Id Long v) {
        return v;
    }

    @Query
    @Id
    public UUID uuidId(@Id UUID v) {
        return v;
    }

    @Query
    public List<Long> longs(List<Long> v) {
        return v;
    }

    @Query
    public long[] longArray(long[] v) {
        return v;
    }

    @Query
    public List<List<UUID>> nested(List<List<UUID>> v) {
        return v;
    }

    @Query
    public Optional<UUID> optional(Optional<UUID> v) {
        return v;
    }

    @Query
    public Map<String, Long> counts() {
        return Map.of("a", 1L);
    }

    @Query
    @DateFormat("dd.MM.yyyy")
    public LocalDate formatted(@DateFormat("dd.MM.yyyy") LocalDate v) {
        return v;
    }

    @Query
    public Everything everything(Everything v) {
        return v;
    }

    @Query
    public List<Everything> everythings(List<Everything> v) {
        return v;
    }
}
