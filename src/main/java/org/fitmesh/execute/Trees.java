package org.fitmesh.execute;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.fitmesh.remote.JsonSlice;

/** Answers that must be read, because something is added to them. Numbers keep all their digits. */
final class Trees {
    private static final ObjectMapper JSON =
            JsonMapper.builder()
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .nodeFactory(JsonNodeFactory.withExactBigDecimals(true))
                    .build();

    private Trees() {}

    static JsonNode read(byte[] json) {
        return read(JsonSlice.of(json));
    }

    static JsonNode read(JsonSlice value) {
        try {
            return JSON.readTree(value.text(), value.start(), value.length());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonSlice write(JsonNode value) {
        try {
            return JsonSlice.of(JSON.writeValueAsBytes(value));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
