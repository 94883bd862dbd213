package org.fitmesh.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** docs/settings.md lists every setting of the engine as the code has it. */
class DocumentedSettingsTest {
    private static final String HEADING = "## Of the engine";

    @Test
    void thePageOfTheSettingsListsThoseOfTheCode() throws IOException {
        assertThat(documented())
                .containsExactlyElementsOf(
                        Arrays.stream(Setting.values()).map(DocumentedSettingsTest::row).toList());
    }

    @Test
    void everyMeaningIsThere() throws IOException {
        assertThat(rows()).allSatisfy(cells -> assertThat(cells[5].strip()).isNotEmpty());
    }

    private static List<String> documented() throws IOException {
        return rows().stream()
                .map(
                        cells ->
                                String.join(
                                        " | ",
                                        cells[1].strip(),
                                        cells[2].strip(),
                                        cells[3].strip(),
                                        cells[4].strip()))
                .toList();
    }

    private static List<String[]> rows() throws IOException {
        String page = Files.readString(Path.of("docs/settings.md"));
        String section = page.substring(page.indexOf(HEADING) + HEADING.length());
        return section.substring(0, section.indexOf("\n#"))
                .lines()
                .filter(line -> line.startsWith("| `"))
                .map(line -> line.split("\\|"))
                .toList();
    }

    private static String row(Setting setting) {
        String kind =
                switch (setting.kind()) {
                    case FLAG -> "yes or no";
                    case COUNT -> "a number";
                    case NUMBER -> "a number or 0";
                    case TEXT -> "text";
                    case SECRET -> "secret";
                };
        String change =
                switch (setting.change()) {
                    case RESTART -> "restart";
                    case LIVE -> "in seconds";
                };
        return String.join(
                " | ",
                "`" + setting.key() + "`",
                setting.defaultValue().map(value -> "`" + value + "`").orElse(""),
                kind,
                change);
    }
}
