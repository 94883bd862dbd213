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

    /** As Hasura writes it: {@code 2020-06-18T14:12:22.123+0000}. */
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSxx").withZone(ZoneOffset.UTC);

    private LogLine() {}

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
            json.writeStringField("timestamp", TIME.format(now));
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
