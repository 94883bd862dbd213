package org.fitmesh.remote;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;

/** Tables of cases in YAML, each with a {@code name}. */
public final class Cases {
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    private Cases() {}

    public static Stream<DynamicTest> of(String resource, Consumer<JsonNode> test) {
        try (InputStream in = Cases.class.getResourceAsStream(resource)) {
            JsonNode list = YAML.readTree(in);
            return StreamSupport.stream(list.spliterator(), false)
                    .map(
                            item ->
                                    DynamicTest.dynamicTest(
                                            item.path("name").asText(), () -> test.accept(item)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
