package org.fitmesh.execute;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.fitmesh.plan.Plan;
import org.fitmesh.remote.Caller;
import org.fitmesh.remote.JsonSlice;
import org.fitmesh.remote.RemoteSchemas;

/** Joins remotes to the tables' answers: only these answers are read as JSON. */
record RemoteJoins(Plan plan, RemoteSchemas remotes) {
    /** Numbers keep all their digits. */
    private static final ObjectMapper JSON =
            JsonMapper.builder()
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .nodeFactory(JsonNodeFactory.withExactBigDecimals(true))
                    .build();

    void weave(Map<String, JsonSlice> values, Request request, Caller caller) {
        ObjectNode data = JSON.createObjectNode();
        for (String key : plan.joins().children().keySet()) {
            data.set(key, read(values.get(key)));
        }
        plan.joiner().join(data, request.variables(), caller, remotes::client);
        data.properties().forEach(e -> values.put(e.getKey(), write(e.getValue())));
    }

    private static JsonNode read(JsonSlice value) {
        try {
            return JSON.readTree(value.text(), value.start(), value.length());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonSlice write(JsonNode value) {
        try {
            return JsonSlice.of(JSON.writeValueAsBytes(value));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
