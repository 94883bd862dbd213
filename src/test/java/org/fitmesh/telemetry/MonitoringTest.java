package org.fitmesh.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What Prometheus and Grafana are told to ask for is what the code counts, and the page lists it.
 */
class MonitoringTest {
    private static final Path FOLDER = Path.of("monitoring");
    private static final Path PAGE = Path.of("docs/observability.md");
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final Pattern NAME = Pattern.compile("\\b(?:hasura|fitmesh)_[a-z_]+");
    private static final Pattern MADE = Pattern.compile("\"((?:hasura|fitmesh)_[a-z_]+)\"");
    private static final Pattern LISTED =
            Pattern.compile("(?m)^\\| `((?:hasura|fitmesh)_[a-z_]+)`");

    @Test
    void theDashboardAsksForMetricsThatThereAre() throws IOException {
        JsonNode dashboard =
                new ObjectMapper().readTree(FOLDER.resolve("grafana-dashboard.json").toFile());
        List<String> asked = dashboard.findValuesAsText("expr");
        assertThat(asked).hasSizeGreaterThan(20).allSatisfy(MonitoringTest::isCounted);
        assertThat(dashboard.path("panels"))
                .allSatisfy(p -> assertThat(p.path("title").asText()).isNotEmpty());
    }

    @Test
    void theAlertsAskForMetricsThatThereAre() throws IOException {
        List<String> asked =
                YAML.readTree(FOLDER.resolve("fitmesh-alerts.yml").toFile())
                        .findValuesAsText("expr");
        assertThat(asked).isNotEmpty().allSatisfy(MonitoringTest::isCounted);
    }

    @Test
    void prometheusAsksWhereTheServersAnswer() throws IOException {
        JsonNode job =
                YAML.readTree(FOLDER.resolve("prometheus.yml").toFile()).at("/scrape_configs/0");
        assertThat(job.path("metrics_path").asText()).isEqualTo("/metrics");
        assertThat(job.at("/static_configs/0/targets")).isNotEmpty();
    }

    @Test
    void thePageListsEveryMetric() throws IOException {
        assertThat(found(LISTED, Files.readString(PAGE))).isEqualTo(counted());
    }

    private static void isCounted(String expression) {
        Set<String> names = new TreeSet<>();
        Matcher matcher = NAME.matcher(expression);
        while (matcher.find()) {
            names.add(matcher.group().replaceFirst("_bucket$", ""));
        }
        assertThat(names).as(expression).isNotEmpty();
        assertThat(counted()).as(expression).containsAll(names);
    }

    /** The names in the sources. */
    private static Set<String> counted() {
        Set<String> names = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file : files.filter(f -> f.toString().endsWith("Metrics.java")).toList()) {
                names.addAll(found(MADE, Files.readString(file)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return names;
    }

    private static Set<String> found(Pattern pattern, String text) {
        Set<String> names = new TreeSet<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            names.add(matcher.group(1));
        }
        return names;
    }
}
