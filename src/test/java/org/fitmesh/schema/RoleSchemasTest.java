package org.fitmesh.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.fitmesh.execute.KitchenDatabase;
import org.fitmesh.graphql.type.EnumType;
import org.fitmesh.graphql.type.InputObjectType;
import org.fitmesh.graphql.type.NamedType;
import org.fitmesh.graphql.type.ObjectType;
import org.fitmesh.graphql.type.TypeSystem;
import org.fitmesh.metadata.Metadata;
import org.fitmesh.metadata.MetadataReader;
import org.fitmesh.schema.type.TypeOptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;

class RoleSchemasTest {
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    @RegisterExtension static final KitchenDatabase database = new KitchenDatabase();

    @TestFactory
    Stream<DynamicTest> leavesOutWhatIsInconsistent() throws IOException {
        return cases("inconsistencies.yaml", "name", RoleSchemasTest::compareSchemas);
    }

    private static void compareSchemas(JsonNode c) {
        RoleSchemas schemas = build(c);
        assertThat(schemas.inconsistencies())
                .extracting(i -> i.type() + " " + i.name() + ": " + i.reason())
                .containsExactlyElementsOf(texts(c.get("inconsistencies")));
        for (Map.Entry<String, JsonNode> role : c.path("fields").properties()) {
            TypeSystem types = schemas.of(role.getKey()).types();
            assertThat(roots(types))
                    .as(role.getKey())
                    .containsExactlyInAnyOrderElementsOf(texts(role.getValue()));
        }
    }

    @Test
    void offersBackendOnlyMutationsToRequestsThatUseThem() throws IOException {
        RoleSchemas schemas =
                build(
                        YAML.readTree(
                                "{tables: [{table: sessions, insert_permissions: [{role: server, permission:"
                                        + " {columns: [id], check: {}, backend_only: true}}]}]}"));
        assertThat(roots(schemas.of("server", true).types())).contains("insert_sessions");
        assertThat(roots(schemas.of("server", false).types())).doesNotContain("insert_sessions");
        assertThat(schemas.isBackend(schemas.of("server", true))).isTrue();
        assertThat(schemas.isBackend(schemas.of("server", false))).isFalse();
    }

    private static RoleSchemas build(JsonNode c) {
        return build(c, TypeOptions.ALL);
    }

    private static RoleSchemas build(JsonNode c, TypeOptions types) {
        ObjectNode document = YAML.createObjectNode().put("version", 3);
        ObjectNode source = document.putArray("sources").addObject().put("name", "default");
        source.set("tables", c.get("tables"));
        source.set("functions", c.get("functions"));
        source.set("customization", c.get("customization"));
        document.set("inherited_roles", c.get("inherited_roles"));
        Metadata metadata = MetadataReader.read(document);
        assertThat(metadata.inconsistencies()).isEmpty();
        RoleSchemas.Options options =
                new RoleSchemas.Options(true, false, metadata.customization(), "default", types);
        return KitchenDatabase.schemas(database.catalog(), metadata, options);
    }

    @TestFactory
    Stream<DynamicTest> spellsAndLeavesOutWhatIsWanted() throws IOException {
        return cases("naming.yaml", "name", RoleSchemasTest::compareNames);
    }

    private static void compareNames(JsonNode c) {
        List<String> leftOut = texts(c.path("leaves_out"));
        TypeOptions options =
                new TypeOptions(
                        !leftOut.contains("update_many"),
                        !leftOut.contains("aggregation_predicates"),
                        !leftOut.contains("arrays"));
        TypeSystem types = build(c, options).of("admin").types();
        for (Map.Entry<String, JsonNode> type : c.get("types").properties()) {
            assertThat(TypeText.lines(types.get(type.getKey())))
                    .as(type.getKey())
                    .containsExactlyInAnyOrderElementsOf(texts(type.getValue()));
        }
        assertThat(types.types().keySet()).containsAll(texts(c.path("has")));
        assertThat(texts(c.path("lacks"))).noneMatch(types.types()::containsKey);
    }

    private static List<String> roots(TypeSystem types) {
        List<String> names =
                new ArrayList<>(((ObjectType) types.get(types.queryType())).fields().keySet());
        types.mutationType()
                .ifPresent(m -> names.addAll(((ObjectType) types.get(m)).fields().keySet()));
        return names;
    }

    @TestFactory
    Stream<DynamicTest> generatesHasurasTypes() throws IOException {
        return cases("types.yaml", "type", RoleSchemasTest::compareType);
    }

    private static void compareType(JsonNode c) {
        TypeSystem types = database.schema(c.get("role").textValue()).types();
        NamedType type = types.get(c.get("type").textValue());
        assertThat(TypeText.lines(type))
                .containsExactlyInAnyOrderElementsOf(texts(c.get("fields")));
        if (c.has("description")) {
            assertThat(description(type)).contains(c.get("description").textValue());
        }
        c.path("inputs")
                .fields()
                .forEachRemaining(
                        input ->
                                assertThat(description(type, input.getKey()))
                                        .as(input.getKey())
                                        .isEqualTo(input.getValue().textValue()));
    }

    private static String description(NamedType type, String input) {
        return ((InputObjectType) type).fields().get(input).description().orElse("");
    }

    private static Optional<String> description(NamedType type) {
        if (type instanceof ObjectType object) {
            return object.description();
        }
        return type instanceof EnumType enumeration
                ? enumeration.description()
                : ((InputObjectType) type).description();
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(element -> texts.add(element.textValue()));
        return texts;
    }

    private static Stream<DynamicTest> cases(String file, String name, Consumer<JsonNode> test)
            throws IOException {
        try (InputStream in = RoleSchemasTest.class.getResourceAsStream(file)) {
            return StreamSupport.stream(YAML.readTree(in).spliterator(), false)
                    .map(
                            c ->
                                    DynamicTest.dynamicTest(
                                            c.get(name).textValue(), () -> test.accept(c)));
        }
    }
}
