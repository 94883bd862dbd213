package org.fitmesh.code.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.fitmesh.code.EntityReference;
import org.fitmesh.code.scalar.JsonValues;

/** graphql-java's result as JSON. */
final class ResultJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.withExactBigDecimals(true);

    private ResultJson() {}

    static ObjectNode object(Map<?, ?> result) {
        ObjectNode object = NODES.objectNode();
        result.forEach((key, value) -> object.set((String) key, of(value)));
        return object;
    }

    static JsonNode of(Object value) {
        if (value instanceof Map<?, ?> map) {
            return object(map);
        }
        if (value instanceof List<?> list) {
            ArrayNode array = NODES.arrayNode(list.size());
            list.forEach(element -> array.add(of(element)));
            return array;
        }
        if (value instanceof EntityReference reference) {
            return NODES.pojoNode(reference);
        }
        return value instanceof JsonNode node ? node : JsonValues.scalar(value);
    }
}
