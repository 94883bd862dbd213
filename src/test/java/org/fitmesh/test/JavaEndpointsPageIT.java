package org.fitmesh.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fitmesh.test.Eventually.eventually;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.fitmesh.dev.server.ApplicationServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Builds the example of {@code docs/java-endpoints.md} and makes its calls. */
class JavaEndpointsPageIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Fitmesh FITMESH = Fitmesh.running();

    @TempDir Path folder;

    @Test
    void thePageBuildsAndAnswersAsItSays() throws Exception {
        DocumentedExample page = DocumentedExample.read(Path.of("docs", "java-endpoints.md"));
        assertThat(page.files()).hasSize(5);
        theFilesHaveTheirPlace(page);
        FITMESH.sql("drop database if exists goals with (force)");
        FITMESH.sql("create database goals");
        Path war = new ExampleWar(page, folder).build(ServerUnderTest.war());
        String database = FITMESH.databaseUrl("goals");
        try (ApplicationServer server =
                FITMESH.startNode("goals", war, Map.of("HASURA_GRAPHQL_DATABASE_URL", database))) {
            server.awaitHealthy();
            HttpApi api = new HttpApi(server.url());
            eventually(() -> assertThat(api.get("/healthz").body()).isEqualTo("OK"));
            FITMESH.sql("goals", "insert into users (id, name) values ('auth0|alice', 'Alice')");
            Map<String, String> headers = FITMESH.bearer("auth0|alice", "user");
            for (DocumentedExample.Call call : page.calls()) {
                HttpApi.Answer answer = api.graphql(call.graphql(), null, headers);
                assertThat(answer.json())
                        .as(call.graphql())
                        .isEqualTo(JSON.readTree(call.answer()));
            }
        }
    }

    private static void theFilesHaveTheirPlace(DocumentedExample page) throws Exception {
        for (String path : page.files().keySet()) {
            Path file = Path.of(path);
            boolean java = path.endsWith(".java");
            assertThat(java ? Path.of("src", "main", "java") : file.getParent()).isDirectory();
            assertThat(Files.exists(file)).as(path).isEqualTo(path.endsWith("/tables.yaml"));
        }
        try (Stream<Path> migrations = Files.list(Path.of("sql", "fit"))) {
            long next = migrations.filter(f -> f.toString().endsWith(".sql")).count() + 1;
            List<String> named = List.copyOf(page.files("sql/", ".sql").keySet());
            assertThat(named).singleElement().asString().startsWith("sql/fit/V" + next + "__");
        }
    }
}
