package org.fitmesh.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** README.md lists every setting of the engine with its default. */
class DocumentedSettingsTest {
    private static final String HEADING = "### Of the engine";

    @Test
    void theTableInTheReadmeIsTheListOfSettings() throws IOException {
        List<String> expected =
                Arrays.stream(Setting.values())
                        .map(s -> row(s.key(), s.defaultValue().map(v -> "`" + v + "`").orElse("")))
                        .toList();
        assertThat(documented()).containsExactlyElementsOf(expected);
    }

    private static List<String> documented() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        String section = readme.substring(readme.indexOf(HEADING) + HEADING.length());
        return section.substring(0, section.indexOf("\n#"))
                .lines()
                .filter(line -> line.startsWith("| `"))
                .map(line -> line.split("\\|"))
                .map(cells -> row(cells[1].strip().replace("`", ""), cells[2].strip()))
                .toList();
    }

    private static String row(String name, String defaultValue) {
        return name + " " + defaultValue;
    }
}
