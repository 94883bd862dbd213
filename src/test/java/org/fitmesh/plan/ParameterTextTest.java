package org.fitmesh.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ParameterTextTest {
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    /** Reads numbers as requests are read: no digit is lost. */
    private static final ObjectMapper JSON =
            JsonMapper.builder()
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .nodeFactory(JsonNodeFactory.withExactBigDecimals(true))
                    .build();

    @TestFactory
    Stream<DynamicTest> writesForPostgres() throws IOException {
        try (InputStream in = getClass().getResourceAsStream("parameter-texts.yaml")) {
            return StreamSupport.stream(YAML.readTree(in).spliterator(), false)
                    .map(c -> DynamicTest.dynamicTest(name(c), () -> compare(c)));
        }
    }

    private static String name(JsonNode c) {
        return c.get("encoding").textValue() + " " + c.get("value").textValue();
    }

    private static void compare(JsonNode c) throws IOException {
        Encoding encoding = Encoding.valueOf(c.get("encoding").textValue());
        JsonNode value = JSON.readTree(c.get("value").textValue());
        assertThat(ParameterText.of(value, encoding)).isEqualTo(c.get("text").textValue());
    }

    @TestFactory
    Stream<DynamicTest> writesTheSameAmongTheValuesOfARow() throws IOException {
        try (InputStream in = getClass().getResourceAsStream("parameter-texts.yaml")) {
            return StreamSupport.stream(YAML.readTree(in).spliterator(), false)
                    .filter(c -> !c.get("encoding").textValue().startsWith("JSON"))
                    .map(c -> DynamicTest.dynamicTest(name(c), () -> compareInRow(c)));
        }
    }

    private static void compareInRow(JsonNode c) throws IOException {
        Encoding encoding = Encoding.valueOf(c.get("encoding").textValue());
        JsonNode value = JSON.readTree(c.get("value").textValue());
        assertThat(ParameterText.inRow(value, encoding)).isEqualTo(c.get("text"));
    }

    @Test
    void leavesDocumentsOfARowAsTheyAre() throws IOException {
        JsonNode document = JSON.readTree("{\"n\": 2.0}");
        assertThat(ParameterText.inRow(document, Encoding.JSON)).isSameAs(document);
    }
}
