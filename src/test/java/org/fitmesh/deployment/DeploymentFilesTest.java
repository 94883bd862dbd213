package org.fitmesh.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.fitmesh.config.Setting;
import org.fitmesh.health.DatabaseCheck;
import org.fitmesh.health.LiveCheck;
import org.fitmesh.health.SchemaCheck;
import org.fitmesh.health.StartedCheck;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** docker-compose.yml, the Dockerfile and kubernetes/fitmesh.yaml name only what there is. */
class DeploymentFilesTest {
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final int SERVER_SECONDS = 15;
    private static final Path COMPOSE = Path.of("docker-compose.yml");
    private static final Path DOCKERFILE = Path.of("server-config", "payara", "Dockerfile");
    private static final Path MANIFEST = Path.of("kubernetes", "fitmesh.yaml");
    private static final Path PAGE = Path.of("docs", "deployment.md");

    static Stream<Container> containers() throws IOException {
        return Stream.of(Container.ofCompose(service("fitmesh")), pod());
    }

    @ParameterizedTest
    @MethodSource("containers")
    void eachVariableIsASettingOrOneOfTheImage(Container container) throws IOException {
        Set<String> known = new TreeSet<>(KnownNames.settings());
        known.addAll(KnownNames.PAYARA_MICRO);
        assertThat(container.variables()).isNotEmpty().isSubsetOf(known);
    }

    @ParameterizedTest
    @MethodSource("containers")
    void theImageIsOfTheVersionThatIsTested(Container container) throws IOException {
        assertThat(container.image())
                .isEqualTo("payara/micro:" + KnownNames.property("payara.version") + "-jdk17");
    }

    @ParameterizedTest
    @MethodSource("containers")
    void eachOptionIsOneThatTheReadmeIsFollowedWith(Container container) throws IOException {
        List<String> options =
                container.command().stream().filter(text -> text.startsWith("--")).toList();
        assertThat(options).containsAll(KnownNames.payaraMicroOptions());
        assertThat(KnownNames.payaraMicroOptions()).containsAll(options);
    }

    @ParameterizedTest
    @MethodSource("containers")
    void eachFileIsThereAndIsWhatTheCommandNames(Container container) throws IOException {
        String war = container.files().get(container.option("--deploy").orElseThrow());
        assertThat(war).isEqualTo(KnownNames.war());
        for (String option : List.of("--prebootcommandfile", "--postbootcommandfile")) {
            String commands = container.files().get(container.option(option).orElseThrow());
            assertThat(Path.of(commands)).isRegularFile();
        }
        assertThat(container.files()).hasSize(3);
    }

    @ParameterizedTest
    @MethodSource("containers")
    void thePortIsTheOneThatTheServerListensOn(Container container) {
        Integer port = Integer.valueOf(container.option("--port").orElseThrow());
        assertThat(container.ports()).containsExactly(port);
    }

    /** {@code ${NAME}} and {@code ${NAME:-default}} in the file of Docker Compose. */
    @Test
    void whatComposeTakesFromTheEnvironmentIsKnown() throws IOException {
        Set<String> known = new TreeSet<>(KnownNames.settings());
        known.addAll(KnownNames.POSTGRES);
        known.add("PORT");
        Matcher name = Pattern.compile("(?<!\\$)\\$\\{(\\w+)").matcher(Files.readString(COMPOSE));
        Set<String> taken = new TreeSet<>();
        while (name.find()) taken.add(name.group(1));
        assertThat(taken).isNotEmpty().isSubsetOf(known);
    }

    @Test
    void composeStartsTheDatabaseThatFitmeshIsToldOf() throws IOException {
        JsonNode postgres = service("postgres");
        Set<String> variables = new TreeSet<>();
        postgres.path("environment").fieldNames().forEachRemaining(variables::add);
        assertThat(variables).isEqualTo(new TreeSet<>(KnownNames.POSTGRES));
        String url =
                service("fitmesh").path("environment").path("HASURA_GRAPHQL_DATABASE_URL").asText();
        JsonNode environment = postgres.path("environment");
        assertThat(url)
                .isEqualTo(
                        "postgres://"
                                + environment.path("POSTGRES_USER").asText()
                                + ":"
                                + environment.path("POSTGRES_PASSWORD").asText()
                                + "@postgres:5432/"
                                + environment.path("POSTGRES_DB").asText());
        assertThat(service("fitmesh").path("depends_on").has("postgres")).isTrue();
    }

    @ParameterizedTest
    @EnumSource(Probe.class)
    void eachProbeAsksAPathThatChecksAnswer(Probe probe) throws IOException {
        JsonNode asked = container().path(probe.field()).path("httpGet");
        assertThat(asked.path("path").asText()).isEqualTo(probe.path());
        assertThat(asked.path("port").asText())
                .isEqualTo(container().path("ports").path(0).path("name").asText());
        assertThat(
                        Stream.of(
                                LiveCheck.class,
                                SchemaCheck.class,
                                DatabaseCheck.class,
                                StartedCheck.class))
                .anyMatch(check -> check.isAnnotationPresent(probe.qualifier()));
    }

    @Test
    void theServiceLeadsToThePortAndThePods() throws IOException {
        JsonNode service = object("Service").path("spec");
        assertThat(service.path("ports").path(0).path("targetPort").asText())
                .isEqualTo(container().path("ports").path(0).path("name").asText());
        JsonNode deployment = object("Deployment").path("spec");
        JsonNode labels = deployment.path("template").path("metadata").path("labels");
        assertThat(labels).isNotEmpty();
        assertThat(service.path("selector")).isEqualTo(labels);
        assertThat(deployment.path("selector").path("matchLabels")).isEqualTo(labels);
        assertThat(object("PodDisruptionBudget").path("spec").path("selector").path("matchLabels"))
                .isEqualTo(labels);
    }

    @Test
    void thereAreTwoNodesAndMoreUnderLoad() throws IOException {
        JsonNode deployment = object("Deployment");
        assertThat(deployment.path("spec").path("replicas").asInt()).isEqualTo(2);
        assertThat(deployment.at("/spec/strategy/rollingUpdate/maxUnavailable").asText())
                .isEqualTo("0");
        JsonNode scaler = object("HorizontalPodAutoscaler").path("spec");
        JsonNode scaled = scaler.path("scaleTargetRef");
        assertThat(scaled.path("kind").asText()).isEqualTo("Deployment");
        assertThat(scaled.path("name")).isEqualTo(deployment.path("metadata").path("name"));
        assertThat(scaler.path("minReplicas").asInt()).isEqualTo(2);
        // Utilization is a part of what is requested.
        assertThat(container().at("/resources/requests/cpu").asText()).isNotEmpty();
    }

    /** The delay, the timeout and 15 s: docs/operations.md. */
    @Test
    void aNodeIsNotKilledWhileItStops() throws IOException {
        int delay = seconds(Setting.FITMESH_SHUTDOWN_DELAY_SECONDS);
        int timeout = seconds(Setting.HASURA_GRAPHQL_GRACEFUL_SHUTDOWN_TIMEOUT);
        JsonNode pod = object("Deployment").at("/spec/template/spec");
        assertThat(pod.path("terminationGracePeriodSeconds").asInt())
                .isGreaterThanOrEqualTo(delay + timeout + SERVER_SECONDS);
        JsonNode probe = container().path("readinessProbe");
        assertThat(delay)
                .as("longer than the probe needs to see that the node is not ready")
                .isGreaterThan(
                        probe.path("periodSeconds").asInt()
                                * probe.path("failureThreshold").asInt());
        int usual =
                usual(Setting.FITMESH_SHUTDOWN_DELAY_SECONDS)
                        + usual(Setting.HASURA_GRAPHQL_GRACEFUL_SHUTDOWN_TIMEOUT);
        assertThat(service("fitmesh").path("stop_grace_period").asText())
                .isEqualTo(usual + SERVER_SECONDS + "s");
    }

    /** As the manifest sets it. */
    private static int seconds(Setting setting) throws IOException {
        for (JsonNode variable : container().path("env")) {
            if (variable.path("name").asText().equals(setting.key())) {
                return variable.path("value").asInt();
            }
        }
        return usual(setting);
    }

    private static int usual(Setting setting) {
        return Integer.parseInt(setting.defaultValue().orElseThrow());
    }

    @Test
    void secretsAreThoseThatThePageMakesAndNoneIsInTheManifest() throws IOException {
        Set<String> secret = new TreeSet<>();
        Set<String> configured = new TreeSet<>();
        for (JsonNode variable : container().path("env")) {
            JsonNode from = variable.path("valueFrom");
            if (from.has("secretKeyRef")) secret.add(from.at("/secretKeyRef/key").asText());
            if (from.has("configMapKeyRef")) {
                configured.add(from.at("/configMapKeyRef/key").asText());
            }
        }
        Matcher made = Pattern.compile("--from-literal=(\\w+)=").matcher(Files.readString(PAGE));
        Set<String> ofThePage = new TreeSet<>();
        while (made.find()) ofThePage.add(made.group(1));
        assertThat(secret).isNotEmpty().isEqualTo(ofThePage);
        Set<String> data = new TreeSet<>();
        object("ConfigMap").path("data").fieldNames().forEachRemaining(data::add);
        assertThat(configured).isNotEmpty().isEqualTo(data);
        assertThat(Files.readString(MANIFEST)).doesNotContain("kind: Secret");
    }

    @Test
    void thePageBuildsTheImageThatTheManifestNames() throws IOException {
        String image = container().path("image").asText();
        assertThat(Files.readString(PAGE))
                .contains("docker build -t " + image + " -f " + DOCKERFILE + " .");
    }

    private static JsonNode service(String name) throws IOException {
        return YAML.readTree(COMPOSE.toFile()).path("services").path(name);
    }

    private static Container pod() throws IOException {
        List<String> dockerfile = Files.readAllLines(DOCKERFILE);
        String command =
                dockerfile.stream()
                        .filter(line -> line.startsWith("CMD "))
                        .findFirst()
                        .orElseThrow()
                        .substring("CMD ".length());
        return Container.ofPod(container(), dockerfile, YAML.readTree(command));
    }

    private static JsonNode container() throws IOException {
        return object("Deployment").at("/spec/template/spec/containers/0");
    }

    private static JsonNode object(String kind) throws IOException {
        try (MappingIterator<JsonNode> objects =
                YAML.readerFor(JsonNode.class).readValues(MANIFEST.toFile())) {
            return Stream.iterate(objects, MappingIterator::hasNext, all -> all)
                    .map(MappingIterator::next)
                    .filter(object -> object.path("kind").asText().equals(kind))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
