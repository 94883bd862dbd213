package org.fitmesh.remote.join;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.fitmesh.graphql.type.FieldDefinition;
import org.fitmesh.graphql.type.InputValue;
import org.fitmesh.metadata.ConfiguredValue;
import org.fitmesh.metadata.Inconsistency;
import org.fitmesh.metadata.RemoteSchemaDefinition;
import org.fitmesh.remote.Cases;
import org.fitmesh.remote.RemoteSchema;
import org.fitmesh.remote.TestTypes;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class JoinFieldTest {
    private static final RemoteSchema HYGRAPH =
            new RemoteSchema(
                    new RemoteSchemaDefinition(
                            "hygraph",
                            new ConfiguredValue.Literal("http://localhost/"),
                            List.of(),
                            false,
                            Duration.ofSeconds(1)),
                    TestTypes.hygraph());

    @TestFactory
    Stream<DynamicTest> fields() {
        return Cases.of("join/fields.yaml", JoinFieldTest::check);
    }

    private static void check(JsonNode item) {
        JoinField field =
                JoinField.definition(
                        "other.sessions",
                        TestPlan.relationship(item),
                        HYGRAPH,
                        Map.of("id", "uuid", "slug", "String", "stars", "Int", "done", "Boolean"));
        if (item.has("refused")) {
            assertThat(field)
                    .isEqualTo(
                            new JoinField.Refused(
                                    new Inconsistency(
                                            "remote_relationship",
                                            "other.sessions." + item.path("name").asText(),
                                            item.path("refused").asText())));
            return;
        }
        JoinField.Offered offered = (JoinField.Offered) field;
        assertThat(text(offered.definition())).isEqualTo(item.path("field").asText());
        if (item.has("inputs")) {
            assertThat(offered.inputs())
                    .map(input -> input.name() + text(input.fields().values()))
                    .isEqualTo(
                            StreamSupport.stream(item.get("inputs").spliterator(), false)
                                    .map(JsonNode::textValue)
                                    .toList());
        }
    }

    private static String text(FieldDefinition field) {
        return field.name() + text(field.arguments().values()) + ": " + field.type();
    }

    private static String text(Collection<InputValue> values) {
        return values.stream()
                .map(
                        value ->
                                value.name()
                                        + ": "
                                        + value.type()
                                        + value.defaultValue().map(d -> " = " + d).orElse(""))
                .collect(Collectors.joining(", ", "(", ")"));
    }
}
