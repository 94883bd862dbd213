package org.fitmesh.code;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Rows, the entities that they are, and what is answered for each of these, put together again. */
final class SourceAnswer {
    private final List<EntityReference> rows;
    private final Map<List<String>, Object> entities;

    private SourceAnswer(List<EntityReference> rows, Map<List<String>, Object> entities) {
        this.rows = rows;
        this.entities = entities;
    }

    /**
     * @param load entities by keys, none of which comes twice
     */
    static SourceAnswer of(
            List<EntityReference> rows,
            Function<Set<List<String>>, Map<List<String>, Object>> load) {
        Set<List<String>> keys = new LinkedHashSet<>();
        rows.forEach(row -> keys.add(row.key()));
        return new SourceAnswer(rows, keys.isEmpty() ? Map.of() : load.apply(keys));
    }

    /**
     * @param run answers for entities, with one root field that is a list as long as theirs
     */
    ArrayNode run(Function<List<Object>, ObjectNode> run) {
        Map<List<String>, JsonNode> answers = new HashMap<>();
        if (!entities.isEmpty()) {
            JsonNode list = run.apply(new ArrayList<>(entities.values())).elements().next();
            int position = 0;
            for (List<String> key : entities.keySet()) {
                answers.put(key, list.get(position++));
            }
        }
        ArrayNode result = JsonNodeFactory.instance.arrayNode(rows.size());
        for (EntityReference row : rows) {
            JsonNode answer = answers.get(row.key());
            result.add(answer == null ? JsonNodeFactory.instance.nullNode() : answer);
        }
        return result;
    }
}
