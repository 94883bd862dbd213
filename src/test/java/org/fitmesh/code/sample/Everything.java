package org.fitmesh.code.sample;

import jakarta.json.JsonObject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Name;

/** An input and an output with a field for each scalar. */
public class Everything {
    public UUID uuid;
    public LocalDate date;
    public OffsetDateTime offsetDateTime;
    public Instant instant;
    public LocalDateTime localDateTime;
    public LocalTime localTime;
    public Long bigint;
    public short smallint;
    public BigDecimal numeric;
    public double number;
    public JsonObject json;
    public Duration duration;
    public List<Long> longs;
    public Level level;
    public Everything inner;

    @Name("renamed")
    public String called;
}
