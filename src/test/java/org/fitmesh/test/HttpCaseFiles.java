package org.fitmesh.test;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;

/**
 * The case files below a folder, or those whose path contains the system property {@code
 * fitmesh.cases}; see {@link HttpCase} and {@link HttpStep}.
 *
 * @param api of the server that is asked
 */
record HttpCaseFiles(Path folder, Supplier<HttpApi> api) {
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    /** The files of that name in the test resources. */
    static HttpCaseFiles in(String folder, Supplier<HttpApi> api) {
        return new HttpCaseFiles(Path.of("src", "test", "resources", folder), api);
    }

    Stream<DynamicContainer> tests() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> sorted = files.filter(HttpCaseFiles::isWanted).sorted().toList();
            return sorted.stream().map(this::container);
        }
    }

    private static boolean isWanted(Path file) {
        String name = file.toString();
        return name.endsWith(".yaml") && name.contains(System.getProperty("fitmesh.cases", ""));
    }

    private DynamicContainer container(Path file) {
        return DynamicContainer.dynamicContainer(
                folder.relativize(file).toString(), file.toUri(), read(file).map(this::test));
    }

    private DynamicTest test(HttpCase httpCase) {
        return DynamicTest.dynamicTest(
                httpCase.description(), () -> httpCase.run(Fitmesh.running(), api.get()));
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
