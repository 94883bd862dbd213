package org.fitmesh.telemetry.log;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import org.fitmesh.config.LogLevel;
import org.fitmesh.config.LogType;

/**
 * A line of Hasura's {@code http-log}.
 *
 * @param values whether session variables and messages of errors are in it
 */
record HttpLine(boolean values) {
    private static final long SECOND = 1_000_000_000;
    private static final String ROLE = "x-hasura-role";

    byte[] of(ServedRequest request, LogLevel level, Instant now) {
        return LogLine.of(LogType.HTTP_LOG, level, now, json -> detail(json, request));
    }

    private void detail(JsonGenerator json, ServedRequest request) throws IOException {
        json.writeFieldName("operation");
        operation(json, request);
        json.writeStringField("request_id", request.http().requestId());
        http(json, request);
    }

    private void operation(JsonGenerator json, ServedRequest request) throws IOException {
        json.writeStartObject();
        json.writeStringField("request_id", request.http().requestId());
        json.writeNumberField("response_size", request.bytes());
        if (request.batch()) {
            json.writeStringField("request_mode", "batched");
            json.writeArrayFieldStart("batched_operations");
            for (ServedOperation operation : request.operations()) {
                json.writeStartObject();
                facts(json, operation);
                json.writeEndObject();
            }
            json.writeEndArray();
        } else if (request.operations().size() == 1) {
            json.writeStringField("request_mode", "single");
            facts(json, request.operations().get(0));
        } else {
            json.writeStringField(
                    "request_mode", request.command().isPresent() ? "non_graphql" : "error");
        }
        if (request.command().isPresent()) {
            json.writeStringField("command", request.command().get());
        }
        if (request.error().isPresent()) {
            error(json, request.error().get());
        }
        user(json, request.session());
        json.writeEndObject();
    }

    private void facts(JsonGenerator json, ServedOperation operation) throws IOException {
        json.writeStringField("operation_type", operation.kind().text());
        json.writeStringField("operation_name", operation.name().orElse(null));
        json.writeFieldName("query_execution_time");
        json.writeNumber(seconds(operation.nanos()));
        if (operation.error().isPresent()) {
            error(json, operation.error().get());
        }
    }

    /** With all nine digits. */
    private static String seconds(long nanos) {
        String digits = Long.toString(nanos % SECOND + SECOND);
        return nanos / SECOND + "." + digits.substring(1);
    }

    private void error(JsonGenerator json, SeenError error) throws IOException {
        json.writeObjectFieldStart("error");
        json.writeStringField("path", error.path());
        json.writeStringField("code", error.code());
        if (values) {
            json.writeStringField("error", error.message());
        }
        json.writeEndObject();
    }

    private void user(JsonGenerator json, Map<String, String> session) throws IOException {
        json.writeObjectFieldStart("user_vars");
        for (Map.Entry<String, String> variable : session.entrySet()) {
            if (values || ROLE.equals(variable.getKey())) {
                json.writeStringField(variable.getKey(), variable.getValue());
            }
        }
        json.writeEndObject();
    }

    private static void http(JsonGenerator json, ServedRequest request) throws IOException {
        HttpExchange http = request.http();
        json.writeObjectFieldStart("http_info");
        json.writeNumberField("status", request.status());
        json.writeStringField("http_version", http.version());
        json.writeStringField("url", http.url());
        json.writeStringField("ip", http.ip());
        json.writeStringField("method", http.method());
        json.writeEndObject();
    }
}
