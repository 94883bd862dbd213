package org.fitmesh.execute;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.fitmesh.graphql.operation.DocumentLimits;
import org.fitmesh.graphql.operation.ParsedDocument;
import org.fitmesh.plan.Binding;
import org.fitmesh.plan.Plan;
import org.fitmesh.plan.Planner;
import org.fitmesh.plan.RootPlan;
import org.fitmesh.plan.compile.CompiledStatement;
import org.fitmesh.schema.RoleSchema;

/** One request of {@code /sql/cases/*.yaml}: who asks what, the statements, the answer. */
record SqlCase(ObjectNode node) {
    /** What a statement sees of the rows that the one before it has written. */
    static final String WRITTEN_ROWS = "(the rows written)";

    /** Reads and writes the files of cases; numbers keep their digits. */
    static final ObjectMapper YAML =
            new ObjectMapper(
                            new YAMLFactory()
                                    .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
                                    .enable(YAMLGenerator.Feature.LITERAL_BLOCK_STYLE)
                                    .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
                                    .disable(YAMLGenerator.Feature.SPLIT_LINES)
                                    .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER))
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .setNodeFactory(JsonNodeFactory.withExactBigDecimals(true));

    /** Reads answers; numbers keep their digits. */
    static final ObjectMapper JSON =
            JsonMapper.builder()
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .nodeFactory(JsonNodeFactory.withExactBigDecimals(true))
                    .build();

    String name() {
        return node.get("name").textValue();
    }

    String role() {
        return node.path("role").asText("admin");
    }

    private ObjectNode variables() {
        return node.has("variables")
                ? (ObjectNode) json(node.get("variables").textValue())
                : JsonNodeFactory.instance.objectNode();
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    Plan plan(RoleSchema schema) {
        ParsedDocument document =
                ParsedDocument.parse(node.get("query").textValue(), DocumentLimits.DEFAULT);
        boolean stringify = node.path("stringify").booleanValue();
        return Planner.plan(
                schema,
                stringify,
                document.operation(schema.types(), Optional.empty(), variables()));
    }

    Binding binding() {
        Map<String, String> session = new TreeMap<>();
        node.path("session")
                .properties()
                .forEach(e -> session.put(e.getKey(), e.getValue().asText()));
        return new Binding(variables(), session);
    }

    /** The expectations that the engine fulfils now: {@code [{sql, values}]}. */
    JsonNode statements(Plan plan) {
        ArrayNode statements = YAML.createArrayNode();
        for (RootPlan step : plan.steps()) {
            if (step instanceof RootPlan.Query query) {
                statements.add(shown(query.statement()));
            } else if (step instanceof RootPlan.Mutation mutation) {
                statements.add(shown(mutation.write()));
                mutation.answer().ifPresent(answer -> statements.add(shown(answer)));
            }
        }
        return statements;
    }

    private ObjectNode shown(CompiledStatement statement) {
        String[] values = binding().values(statement.parameters(), WRITTEN_ROWS);
        ObjectNode shown = YAML.createObjectNode();
        shown.put("sql", SqlLayout.of(statement.sql().text()));
        ArrayNode list = shown.putArray("values");
        Arrays.stream(statement.sql().parameters()).forEach(number -> list.add(values[number]));
        return shown;
    }
}
