package org.fitmesh.test;

import static org.assertj.core.api.Assertions.assertThat;

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

/**
 * Runs every case file below {@code src/test/resources/cases}, or those whose path contains the
 * system property {@code fitmesh.cases}; see {@link HttpCase} and {@link HttpStep}.
 */
class HttpCasesIT {

    private static final Path CASES = Path.of("src", "test", "resources", "cases");
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    @TestFactory
    Stream<DynamicContainer> cases() throws IOException {
        try (Stream<Path> files = Files.walk(CASES)) {
            List<Path> sorted = files.filter(HttpCasesIT::isWanted).sorted().toList();
            return sorted.stream().map(HttpCasesIT::container);
        }
    }

    private static boolean isWanted(Path file) {
        String name = file.toString();
        return name.endsWith(".yaml") && name.contains(System.getProperty("fitmesh.cases", ""));
    }

    private static DynamicContainer container(Path file) {
        return DynamicContainer.dynamicContainer(
                CASES.relativize(file).toString(), file.toUri(), read(file).map(HttpCasesIT::test));
    }

    private static DynamicTest test(HttpCase httpCase) {
        return DynamicTest.dynamicTest(
                httpCase.description(), () -> httpCase.run(Fitmesh.running()));
    }

    /** A file is a list of entries, or an object with {@code setup} and {@code cases}. */
    private static Stream<HttpCase> read(Path file) {
        try {
            JsonNode content = YAML.readTree(file.toFile());
            JsonNode entries = content.isArray() ? content : content.path("cases");
            assertThat(entries).as(file.toString()).isNotEmpty();
            return StreamSupport.stream(entries.spliterator(), false)
                    .map(entry -> new HttpCase(content, entry));
        } catch (IOException e) {
            throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
        }
    }
}
