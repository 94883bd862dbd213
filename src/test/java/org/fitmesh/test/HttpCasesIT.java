package org.fitmesh.test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Runs every case file below {@code src/test/resources/cases}; see {@link HttpCase}. */
class HttpCasesIT {

    private static final Path CASES = Path.of("src", "test", "resources", "cases");
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    @TestFactory
    Stream<DynamicContainer> cases() throws IOException {
        try (Stream<Path> files = Files.walk(CASES)) {
            List<Path> sorted =
                    files.filter(it -> it.toString().endsWith(".yaml")).sorted().toList();
            return sorted.stream().map(HttpCasesIT::container);
        }
    }

    private static DynamicContainer container(Path file) {
        return DynamicContainer.dynamicContainer(
                CASES.relativize(file).toString(),
                file.toUri(),
                read(file).map(HttpCase::new).map(HttpCasesIT::test));
    }

    private static DynamicTest test(HttpCase httpCase) {
        return DynamicTest.dynamicTest(
                httpCase.description(), () -> httpCase.run(Fitmesh.running()));
    }

    /** A file is one entry or a list of them. */
    private static Stream<JsonNode> read(Path file) {
        try {
            JsonNode content = YAML.readTree(file.toFile());
            if (!content.isArray()) return Stream.of(content);
            return StreamSupport.stream(content.spliterator(), false);
        } catch (IOException e) {
            throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
        }
    }
}
