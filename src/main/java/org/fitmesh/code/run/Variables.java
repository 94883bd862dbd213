package org.fitmesh.code.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.fitmesh.code.scalar.JsonValues;

/** Variables as graphql-java wants them. */
final class Variables {
    private Variables() {}

    static Map<String, Object> of(ObjectNode json) {
        Map<String, Object> variables = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> variable : json.properties()) {
            variables.put(variable.getKey(), JsonValues.plain(variable.getValue()));
        }
        return variables;
    }
}
