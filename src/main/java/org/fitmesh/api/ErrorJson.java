package org.fitmesh.api;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.fitmesh.error.RequestException;

/** Writes failures in Hasura's two shapes. */
final class ErrorJson {
    private static final JsonFactory JSON = new JsonFactory();

    private ErrorJson() {}

    /** {@code {"errors": [{"message", "extensions": {"path", "code"}}]}}, for GraphQL. */
    static byte[] graphql(RequestException failure, boolean showInternal) {
        return write(
                json -> {
                    json.writeStartObject();
                    json.writeArrayFieldStart("errors");
                    json.writeStartObject();
                    json.writeStringField("message", failure.getMessage());
                    json.writeObjectFieldStart("extensions");
                    json.writeStringField("path", failure.path().text());
                    json.writeStringField("code", failure.codeText());
                    extras(json, failure, showInternal);
                    json.writeEndObject();
                    json.writeEndObject();
                    json.writeEndArray();
                    json.writeEndObject();
                });
    }

    private static void extras(JsonGenerator json, RequestException failure, boolean showInternal)
            throws IOException {
        if (failure.hint().isPresent()) {
            json.writeStringField("hint", failure.hint().get());
        }
        if (showInternal && failure.internalJson().isPresent()) {
            json.writeFieldName("internal");
            json.writeRawValue(failure.internalJson().get());
        }
    }

    /** {@code {"path", "error", "code"}}, for all other paths. */
    static byte[] rest(String path, String error, String code) {
        return write(
                json -> {
                    json.writeStartObject();
                    rest(json, path, error, code);
                    json.writeEndObject();
                });
    }

    /** The same, with what else is known of the failure. */
    static byte[] rest(RequestException failure, boolean showInternal) {
        return write(
                json -> {
                    json.writeStartObject();
                    rest(json, failure.path().text(), failure.getMessage(), failure.codeText());
                    extras(json, failure, showInternal);
                    json.writeEndObject();
                });
    }

    private static void rest(JsonGenerator json, String path, String error, String code)
            throws IOException {
        json.writeStringField("path", path);
        json.writeStringField("error", error);
        json.writeStringField("code", code);
    }

    @FunctionalInterface
    private interface Content {
        void writeTo(JsonGenerator json) throws IOException;
    }

    private static byte[] write(Content content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            content.writeTo(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
