package org.fitmesh.code.scalar;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.TemporalAccessor;

/**
 * Dates and times as texts: written as PostgreSQL writes them into JSON, read in ISO 8601 and in
 * PostgreSQL's own form (a space for the {@code T}, offsets of whole hours). A time without an
 * offset is taken for UTC where one is needed.
 */
final class TimeText {
    static final DateTimeFormatter DATE_TIME_OFFSET =
            new DateTimeFormatterBuilder()
                    .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
                    .appendOffset("+HH:MM", "+00:00")
                    .toFormatter();
    static final DateTimeFormatter TIME_OFFSET =
            new DateTimeFormatterBuilder()
                    .append(DateTimeFormatter.ISO_LOCAL_TIME)
                    .appendOffset("+HH:mm", "+00")
                    .toFormatter();

    private static final String OFFSET = "[XXX][X]";
    private static final DateTimeFormatter ANY_DATE_TIME =
            new DateTimeFormatterBuilder()
                    .append(DateTimeFormatter.ISO_LOCAL_DATE)
                    .appendPattern("['T'][' ']")
                    .optionalStart()
                    .append(DateTimeFormatter.ISO_LOCAL_TIME)
                    .appendPattern(OFFSET)
                    .optionalEnd()
                    .toFormatter();
    private static final DateTimeFormatter ANY_TIME =
            new DateTimeFormatterBuilder()
                    .append(DateTimeFormatter.ISO_LOCAL_TIME)
                    .appendPattern(OFFSET)
                    .toFormatter();

    private TimeText() {}

    static LocalDate date(String text) {
        return LocalDate.parse(text.strip());
    }

    static OffsetDateTime withOffset(String text) {
        TemporalAccessor parsed = dateTime(text);
        return parsed instanceof OffsetDateTime given
                ? given
                : local(parsed).atOffset(ZoneOffset.UTC);
    }

    static LocalDateTime withoutOffset(String text) {
        return local(dateTime(text));
    }

    static LocalTime time(String text) {
        return LocalTime.from(ANY_TIME.parse(text.strip()));
    }

    static OffsetTime timeWithOffset(String text) {
        TemporalAccessor parsed =
                ANY_TIME.parseBest(text.strip(), OffsetTime::from, LocalTime::from);
        return parsed instanceof LocalTime local
                ? local.atOffset(ZoneOffset.UTC)
                : OffsetTime.from(parsed);
    }

    private static TemporalAccessor dateTime(String text) {
        return ANY_DATE_TIME.parseBest(
                text.strip(), OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
    }

    private static LocalDateTime local(TemporalAccessor parsed) {
        return parsed instanceof LocalDate date ? date.atStartOfDay() : LocalDateTime.from(parsed);
    }
}
