package org.fitmesh.graphql.introspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import graphql.GraphQL;
import graphql.introspection.IntrospectionQueryBuilder;
import graphql.schema.idl.MockedWiringFactory;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.fitmesh.error.RequestException;
import org.fitmesh.graphql.Sdl;
import org.fitmesh.graphql.operation.DocumentLimits;
import org.fitmesh.graphql.operation.Operation;
import org.fitmesh.graphql.operation.ParsedDocument;
import org.fitmesh.graphql.operation.SelectedField;
import org.fitmesh.graphql.type.TypeSystem;
import org.junit.jupiter.api.Test;

class IntrospectionSchemaTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeSystem TYPES = Sdl.schema();

    /** The standard query, as graphql-java answers it for the same schema. */
    @Test
    void answersLikeTheReference() {
        String query =
                IntrospectionQueryBuilder.build(
                        IntrospectionQueryBuilder.Options.defaultOptions()
                                .specifiedByUrl(true)
                                .isOneOf(true)
                                .directiveIsRepeatable(true)
                                .schemaDescription(true)
                                .inputValueDeprecation(true));
        JsonNode expected = reference(query).get("__schema");
        JsonNode actual = answer(query, JSON.createObjectNode()).get("__schema");

        Map<String, JsonNode> expectedTypes = byName(expected.get("types"));
        Map<String, JsonNode> actualTypes = byName(actual.get("types"));
        assertThat(actualTypes.keySet()).isEqualTo(withOwnScalars(expectedTypes));
        expectedTypes.forEach(
                (name, type) -> {
                    if (!name.startsWith("__")) {
                        assertThat(sorted(actualTypes.get(name))).as(name).isEqualTo(sorted(type));
                    }
                });
        for (String root : new String[] {"queryType", "mutationType", "subscriptionType"}) {
            assertThat(actual.get(root)).isEqualTo(expected.get(root));
        }
        assertThat(byName(actual.get("directives")).keySet())
                .containsExactlyInAnyOrder("include", "skip", "cached");
    }

    @Test
    void introspectionTypesHaveTheFieldsOfTheReference() {
        String query =
                "{ __schema { types { name fields { name type { kind name ofType { kind name } } } } } }";
        Map<String, JsonNode> expected = byName(reference(query).at("/__schema/types"));
        Map<String, JsonNode> actual =
                byName(answer(query, JSON.createObjectNode()).at("/__schema/types"));
        expected.keySet().removeIf(name -> !name.startsWith("__"));
        assertThat(expected).hasSize(8);
        expected.forEach(
                (name, type) ->
                        assertThat(byName(actual.get(name).get("fields")).keySet())
                                .as(name)
                                .isEqualTo(byName(type.get("fields")).keySet()));
    }

    @Test
    void describesOneType() {
        JsonNode answer =
                answer(
                        """
                        query ($n: String!, $d: Boolean) {
                          a: __type(name: $n) {
                            __typename kind name description
                            enumValues(includeDeprecated: $d) { name isDeprecated deprecationReason }
                          }
                          b: __type(name: "nothing") { name }
                          c: __type(name: "Stage") { enumValues { name } }
                        }
                        """,
                        JSON.createObjectNode().put("n", "Stage").put("d", true));
        assertThat(answer.toString())
                .isEqualTo(
                        "{\"a\":{\"__typename\":\"__Type\",\"kind\":\"ENUM\",\"name\":\"Stage\","
                                + "\"description\":null,\"enumValues\":["
                                + "{\"name\":\"ARCHIVED\",\"isDeprecated\":true,\"deprecationReason\":\"never used\"},"
                                + "{\"name\":\"DRAFT\",\"isDeprecated\":false,\"deprecationReason\":null},"
                                + "{\"name\":\"PUBLISHED\",\"isDeprecated\":false,\"deprecationReason\":null}]},"
                                + "\"b\":null,\"c\":{\"enumValues\":[{\"name\":\"DRAFT\"},{\"name\":\"PUBLISHED\"}]}}");
    }

    @Test
    void everyListIsInTheOrderOfTheNames() {
        String query =
                "{ __schema { types { name fields(includeDeprecated: true) { name args { name } }"
                        + " inputFields { name } enumValues(includeDeprecated: true) { name }"
                        + " interfaces { name } possibleTypes { name } } } }";
        JsonNode types = answer(query, JSON.createObjectNode()).at("/__schema/types");
        assertThat(types.size()).isGreaterThan(10);
        for (JsonNode type : types) {
            type.forEach(IntrospectionSchemaTest::assertOrdered);
        }
        assertOrdered(types);
    }

    private static void assertOrdered(JsonNode list) {
        if (list.isArray()) {
            List<String> names = new ArrayList<>();
            list.forEach(element -> names.add(element.path("name").asText()));
            assertThat(names).isSorted();
        }
    }

    @Test
    void refusesToGoRoundInCircles() {
        String query =
                "{ __schema { types { fields { type { fields { type { fields { name } } } } } } } }";
        assertThatThrownBy(() -> answer(query, JSON.createObjectNode()))
                .isInstanceOf(RequestException.class)
                .hasMessage("maximum introspection depth exceeded");
    }

    @Test
    void refusesAnAnswerThatAliasesMakeLarge() {
        StringBuilder query = new StringBuilder("{ __schema { types { ");
        for (int i = 0; i < 500; i++) {
            query.append("a".repeat(995)).append(i).append(": name ");
        }
        String text = query.append("} } }").toString();
        assertThatThrownBy(() -> answer(text, JSON.createObjectNode()))
                .isInstanceOf(RequestException.class)
                .hasMessage("the introspection query gives too large an answer");
    }

    @Test
    void theFieldsOfARequestShareOneBound() {
        String alone = "__schema { types { " + "a".repeat(1000) + ": name fields { %s: name } } }";
        String one = alone.formatted("b".repeat(1000));
        assertThat(answer("{ " + one + " }", JSON.createObjectNode())).isNotEmpty();
        StringBuilder many = new StringBuilder("{ ");
        for (int i = 0; i < 200; i++) {
            many.append("r").append(i).append(": ").append(one);
        }
        String text = many.append("}").toString();
        assertThatThrownBy(() -> answer(text, JSON.createObjectNode()))
                .isInstanceOf(RequestException.class)
                .hasMessage("the introspection query gives too large an answer");
    }

    private static JsonNode answer(String query, ObjectNode variables) {
        Operation operation =
                ParsedDocument.parse(query, DocumentLimits.DEFAULT)
                        .operation(TYPES, Optional.empty(), variables);
        IntrospectionSchema schema = IntrospectionSchema.of(TYPES);
        ObjectNode data = JSON.createObjectNode();
        AnswerBudget budget = new AnswerBudget();
        for (SelectedField field : operation.fields()) {
            assertThat(IntrospectionSchema.answers(field)).isTrue();
            data.set(field.responseKey(), read(schema.answer(field, variables, budget)));
        }
        return data;
    }

    private static JsonNode read(byte[] json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode reference(String query) {
        RuntimeWiring wiring =
                RuntimeWiring.newRuntimeWiring().wiringFactory(new MockedWiringFactory()).build();
        var schema =
                new SchemaGenerator()
                        .makeExecutableSchema(new SchemaParser().parse(Sdl.text()), wiring);
        var result = GraphQL.newGraphQL(schema).build().execute(query);
        assertThat(result.getErrors()).isEmpty();
        return JSON.valueToTree(result.getData());
    }

    private static Map<String, JsonNode> byName(JsonNode list) {
        Map<String, JsonNode> byName = new TreeMap<>();
        list.forEach(element -> byName.put(element.get("name").textValue(), element));
        return byName;
    }

    // graphql-java lists only the built-in scalars that are used.
    private static Set<String> withOwnScalars(Map<String, JsonNode> types) {
        Map<String, JsonNode> all = new TreeMap<>(types);
        for (String name : new String[] {"Int", "Float", "String", "Boolean", "ID"}) {
            all.putIfAbsent(name, JSON.nullNode());
        }
        return all.keySet();
    }

    /** The same with lists that have no order of their own sorted by name, scalars undescribed. */
    private static JsonNode sorted(JsonNode type) {
        ObjectNode copy = type.deepCopy();
        if (copy.get("kind").textValue().equals("SCALAR")) {
            copy.putNull("description");
        }
        for (String list :
                new String[] {
                    "fields", "inputFields", "enumValues", "possibleTypes", "interfaces"
                }) {
            if (copy.path(list).isArray()) {
                ArrayNode sorted = JSON.createArrayNode();
                byName(copy.get(list)).values().forEach(sorted::add);
                copy.set(list, sorted);
            }
        }
        copy.path("fields").forEach(field -> sortArguments((ObjectNode) field));
        return copy;
    }

    private static void sortArguments(ObjectNode field) {
        ArrayNode sorted = JSON.createArrayNode();
        byName(field.get("args")).values().forEach(sorted::add);
        field.set("args", sorted);
    }
}
