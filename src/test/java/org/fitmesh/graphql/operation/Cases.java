package org.fitmesh.graphql.operation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;

/** Tables of cases beside the tests. */
final class Cases {
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    private Cases() {}

    static Stream<DynamicTest> of(String file, Consumer<JsonNode> test) {
        return StreamSupport.stream(read(file).spliterator(), false)
                .map(c -> DynamicTest.dynamicTest(name(c), () -> test.accept(c)));
    }

    static Optional<String> operationName(JsonNode c) {
        return Optional.ofNullable(c.get("operation")).map(JsonNode::textValue);
    }

    /** The variables under that key; none when it is absent. */
    static ObjectNode variables(JsonNode c, String key) {
        return c.has(key) ? (ObjectNode) c.get(key) : YAML.createObjectNode();
    }

    private static String name(JsonNode c) {
        return c.has("name") ? c.get("name").textValue() : c.get("query").textValue();
    }

    private static JsonNode read(String file) {
        try (InputStream in = Cases.class.getResourceAsStream(file)) {
            return YAML.readTree(in);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
