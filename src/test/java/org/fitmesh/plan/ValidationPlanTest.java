package org.fitmesh.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.fitmesh.execute.KitchenDatabase;
import org.fitmesh.graphql.operation.DocumentLimits;
import org.fitmesh.graphql.operation.ParsedDocument;
import org.fitmesh.graphql.operation.VariableValues;
import org.fitmesh.metadata.Metadata;
import org.fitmesh.metadata.MetadataReader;
import org.fitmesh.plan.table.Validation;
import org.fitmesh.schema.RoleSchema;
import org.fitmesh.schema.RoleSchemas;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Who is asked about a mutation, and what ({@code validations.yaml}). */
class ValidationPlanTest {
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    @RegisterExtension static final KitchenDatabase database = new KitchenDatabase();

    @TestFactory
    Stream<DynamicTest> asksTheHandlersOfAllTables() throws IOException {
        try (InputStream in = getClass().getResourceAsStream("validations.yaml")) {
            JsonNode file = YAML.readTree(in);
            Metadata metadata = MetadataReader.read(file.get("metadata"));
            assertThat(metadata.inconsistencies()).isEmpty();
            RoleSchemas schemas = KitchenDatabase.schemas(database.catalog(), metadata);
            assertThat(schemas.inconsistencies()).isEmpty();
            return StreamSupport.stream(file.get("cases").spliterator(), false)
                    .map(
                            c ->
                                    DynamicTest.dynamicTest(
                                            c.get("name").textValue(), () -> compare(schemas, c)));
        }
    }

    private static void compare(RoleSchemas schemas, JsonNode c) {
        RoleSchema schema = schemas.of(c.path("role").asText("writer"));
        ObjectNode variables =
                c.has("variables") ? (ObjectNode) c.get("variables") : YAML.createObjectNode();
        ParsedDocument document =
                ParsedDocument.parse(c.get("query").textValue(), DocumentLimits.DEFAULT);
        Plan plan =
                Planner.plan(
                        schema,
                        false,
                        document.operation(schema.types(), Optional.empty(), variables));
        ArrayNode asked = YAML.createArrayNode();
        for (Validation validation : plan.validations()) {
            asked.addObject()
                    .set(
                            validation.handler().url().template(),
                            new VariableValues(variables).resolve(validation.input()));
        }
        assertThat(asked).isEqualTo(c.get("asked"));
    }
}
