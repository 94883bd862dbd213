package org.fitmesh.telemetry.log;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.fitmesh.config.LogLevel;
import org.fitmesh.config.LogType;

/**
 * What all lines have in common: {@code type}, {@code timestamp}, {@code level}, {@code detail}.
 */
final class LogLine {
    private static final JsonFactory JSON = new JsonFactory();

    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss").withZone(ZoneOffset.UTC);

    private static volatile Second latest = new Second(0, SECONDS.format(Instant.EPOCH));

    private LogLine() {}

    /** A second as text: thousands of lines may be of the same one. */
    private record Second(long epoch, String text) {}

    /** As Hasura writes it: {@code 2020-06-18T14:12:22.123+0000}. */
    static String time(Instant now) {
        Second second = latest;
        if (second.epoch() != now.getEpochSecond()) {
            second = new Second(now.getEpochSecond(), SECONDS.format(now));
            latest = second;
        }
        int millis = now.getNano() / 1_000_000;
        String zeros = millis < 10 ? "00" : millis < 100 ? "0" : "";
        return second.text() + '.' + zeros + millis + "+0000";
    }

    /** Writes the members of {@code detail}. */
    @FunctionalInterface
    interface Detail {
        void writeTo(JsonGenerator json) throws IOException;
    }

    static byte[] of(LogType type, LogLevel level, Instant now, Detail detail) {
        ByteArrayOutputStream line = new ByteArrayOutputStream(512);
        try (JsonGenerator json = JSON.createGenerator(line)) {
            json.writeStartObject();
            json.writeStringField("type", type.text());
            json.writeStringField("timestamp", time(now));
            json.writeStringField("level", level.text());
            json.writeObjectFieldStart("detail");
            detail.writeTo(json);
            json.writeEndObject();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return line.toByteArray();
    }
}
