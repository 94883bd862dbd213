package org.fitmesh.remote;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.stream.Stream;
import org.fitmesh.graphql.operation.Operation;
import org.fitmesh.graphql.type.TypeSystem;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class RemoteDocumentTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeSystem HYGRAPH = TestTypes.hygraph();

    @TestFactory
    Stream<DynamicTest> requests() {
        return Cases.of("documents.yaml", RemoteDocumentTest::check);
    }

    private static void check(JsonNode item) {
        Operation operation = TestOperation.read(HYGRAPH, item.path("operation").asText());
        RemoteDocument document =
                RemoteDocument.of(
                        operation.kind(),
                        operation.name(),
                        operation.fields(),
                        operation.variables());
        JsonNode body = json(document.body(item.get("variables")));
        assertThat(body.path("query").asText()).isEqualTo(item.path("query").asText().strip());
        assertThat(body.get("operationName")).isEqualTo(item.get("operationName"));
        assertThat(body.get("variables").toString()).isEqualTo(item.path("sent").toString());
        // What we wrote must be a document that means the same to a server.
        assertThat(TestOperation.read(HYGRAPH, document.query()).fields())
                .hasSameSizeAs(operation.fields());
    }

    private static JsonNode json(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
