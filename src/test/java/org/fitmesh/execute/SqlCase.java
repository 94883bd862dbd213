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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.fitmesh.code.EntityReference;
import org.fitmesh.graphql.operation.DocumentLimits;
import org.fitmesh.graphql.operation.ParsedDocument;
import org.fitmesh.plan.Binding;
import org.fitmesh.plan.Plan;
import org.fitmesh.plan.Planner;
import org.fitmesh.plan.ReplyTree;
import org.fitmesh.plan.RootPlan;
import org.fitmesh.plan.SourceTree;
import org.fitmesh.plan.Written;
import org.fitmesh.plan.compile.CompiledStatement;
import org.fitmesh.schema.RoleSchema;

/**
 * One request of {@code /sql/cases/*.yaml}: who asks what, the statements, the answer. For Java
 * code the case says what it replies; {@code {"@": [class, key, …]}} is an entity.
 */
record SqlCase(ObjectNode node) {
    /** What a statement gets of rows that the one before it has written, or of keys. */
    static final String GIVEN_ROWS = "(rows)";

    /** The same with what a nested insert has written: of each value, where it comes from. */
    private static final Written GIVEN =
            new Written(
                    GIVEN_ROWS,
                    99,
                    key ->
                            "(key %d of row %d of statement %d)"
                                    .formatted(key.key(), key.row(), key.step()));

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

    private static final Path FILES = Path.of("src/test/resources/sql/cases");

    static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(FILES)) {
            return files.sorted().toList();
        }
    }

    static List<SqlCase> in(Path file) throws IOException {
        List<SqlCase> cases = new ArrayList<>();
        YAML.readTree(file.toFile()).forEach(node -> cases.add(new SqlCase((ObjectNode) node)));
        return cases;
    }

    String name() {
        return node.get("name").textValue();
    }

    String role() {
        return node.path("role").asText("admin");
    }

    ObjectNode variables() {
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

    ParsedDocument document() {
        return ParsedDocument.parse(node.get("query").textValue(), DocumentLimits.DEFAULT);
    }

    RoleSchema schema(KitchenDatabase database) {
        if (node.path("collapse_nulls").booleanValue()) {
            return database.schemaThatCollapsesNulls(role());
        }
        return node.has("reply") ? database.schemaWithCode(role()) : database.schema(role());
    }

    Plan plan(KitchenDatabase database) {
        return plan(schema(database));
    }

    Plan plan(RoleSchema schema) {
        return plan(schema, variables());
    }

    /** The plan for other variables. */
    Plan plan(RoleSchema schema, ObjectNode variables) {
        return Planner.plan(
                schema,
                node.path("stringify").booleanValue(),
                document().operation(schema.types(), Optional.empty(), variables));
    }

    Binding binding() {
        Map<String, String> session = new TreeMap<>();
        node.path("session")
                .properties()
                .forEach(e -> session.put(e.getKey(), e.getValue().asText()));
        return new Binding(variables(), session);
    }

    /** The statements of a plan, in the order in which they run. */
    static List<CompiledStatement> compiled(Plan plan) {
        List<CompiledStatement> statements = new ArrayList<>();
        for (RootPlan step : plan.steps().inOrder()) {
            if (step instanceof RootPlan.Query query) {
                statements.add(query.statement());
            } else if (step instanceof RootPlan.Mutation mutation) {
                add(statements, mutation);
            } else if (step instanceof RootPlan.Mutations mutations) {
                mutations.parts().forEach(mutation -> add(statements, mutation));
            } else if (step instanceof RootPlan.NestedInsert nested) {
                nested.steps().forEach(one -> statements.add(one.write()));
                statements.add(nested.answer());
            } else if (step instanceof RootPlan.Code code) {
                add(statements, code.reply());
            }
        }
        add(statements, plan.sources());
        return statements;
    }

    private static void add(List<CompiledStatement> statements, RootPlan.Mutation mutation) {
        statements.add(mutation.write());
        mutation.answer().ifPresent(statements::add);
    }

    private static void add(List<CompiledStatement> statements, ReplyTree reply) {
        reply.rows().ifPresent(rows -> statements.add(rows.statement()));
        reply.children().values().forEach(child -> add(statements, child));
    }

    private static void add(List<CompiledStatement> statements, SourceTree sources) {
        sources.call().ifPresent(call -> add(statements, call.reply()));
        sources.children().values().forEach(child -> add(statements, child));
    }

    /** The texts that Java code is asked with, in the order in which it is asked. */
    JsonNode documents(Plan plan) {
        ArrayNode documents = YAML.createArrayNode();
        for (RootPlan step : plan.steps().inOrder()) {
            if (step instanceof RootPlan.Code code) {
                documents.add(code.document().text());
            }
        }
        add(documents, plan.sources());
        return documents;
    }

    private static void add(ArrayNode documents, SourceTree sources) {
        sources.call().ifPresent(call -> documents.add(call.document().text()));
        sources.children().values().forEach(child -> add(documents, child));
    }

    /** What Java code replies. */
    ObjectNode reply() {
        return (ObjectNode) withEntities(json(node.get("reply").textValue()));
    }

    private static JsonNode withEntities(JsonNode value) {
        if (value.has("@")) {
            List<String> parts = new ArrayList<>();
            value.get("@").forEach(part -> parts.add(part.textValue()));
            String type = parts.remove(0);
            return JsonNodeFactory.instance.pojoNode(new EntityReference(type, parts));
        }
        if (value instanceof ObjectNode object) {
            object.properties().forEach(e -> e.setValue(withEntities(e.getValue())));
        } else if (value instanceof ArrayNode list) {
            for (int i = 0; i < list.size(); i++) {
                list.set(i, withEntities(list.get(i)));
            }
        }
        return value;
    }

    /** The expectations that the engine fulfils now: {@code [{sql, values}]}. */
    JsonNode statements(Plan plan) {
        ArrayNode statements = YAML.createArrayNode();
        compiled(plan).forEach(statement -> statements.add(shown(statement)));
        return statements;
    }

    private ObjectNode shown(CompiledStatement statement) {
        String[] values = binding().valuesAfter(statement.parameters(), GIVEN);
        ObjectNode shown = YAML.createObjectNode();
        shown.put("sql", SqlLayout.of(statement.sql().text()));
        ArrayNode list = shown.putArray("values");
        Arrays.stream(statement.sql().parameters()).forEach(number -> list.add(values[number]));
        return shown;
    }
}
