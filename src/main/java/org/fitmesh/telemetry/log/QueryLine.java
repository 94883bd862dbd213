package org.fitmesh.telemetry.log;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import org.fitmesh.config.LogLevel;
import org.fitmesh.config.LogType;
import org.fitmesh.telemetry.log.ServedOperation.SeenQuery;

/**
 * A line of Hasura's {@code query-log}. Arguments of statements are never in it.
 *
 * @param values whether variables and literals are in it
 */
record QueryLine(boolean values) {
    byte[] of(ServedOperation operation, String requestId, Instant now) {
        SeenQuery query = operation.query().orElseThrow();
        return LogLine.of(
                LogType.QUERY_LOG,
                LogLevel.INFO,
                now,
                json -> {
                    json.writeStringField("kind", query.source());
                    json.writeStringField("request_id", requestId);
                    json.writeObjectFieldStart("query");
                    json.writeStringField("operationName", operation.name().orElse(null));
                    query(json, query);
                    json.writeEndObject();
                    statements(json, query.statements());
                });
    }

    private void query(JsonGenerator json, SeenQuery query) throws IOException {
        if (!values) {
            json.writeStringField("query", query.withoutValues().get());
            return;
        }
        json.writeStringField("query", query.text());
        json.writeFieldName("variables");
        json.writeRawValue(query.variables().get());
    }

    private static void statements(JsonGenerator json, Map<String, String> statements)
            throws IOException {
        if (statements.isEmpty()) {
            json.writeNullField("generated_sql");
            return;
        }
        json.writeObjectFieldStart("generated_sql");
        for (Map.Entry<String, String> statement : statements.entrySet()) {
            json.writeObjectFieldStart(statement.getKey());
            json.writeStringField("query", statement.getValue());
            json.writeEndObject();
        }
        json.writeEndObject();
    }
}
