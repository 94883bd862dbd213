package org.fitmesh.graphql.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;
import org.fitmesh.error.RequestException;
import org.fitmesh.graphql.Sdl;
import org.fitmesh.graphql.type.TypeSystem;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class ParsedDocumentTest {
    private static final TypeSystem TYPES = Sdl.schema();
    private static final TypeSystem READ_ONLY =
            Sdl.read("schema { query: query_root } type query_root { a: Int }");

    @TestFactory
    Stream<DynamicTest> readsGoodDocuments() {
        return Cases.of(
                "documents.yaml",
                c ->
                        assertThat(OperationPrinter.print(read(c)))
                                .isEqualTo(c.get("reads").textValue()));
    }

    @TestFactory
    Stream<DynamicTest> refusesBadDocuments() {
        return Cases.of("mistakes.yaml", ParsedDocumentTest::refuses);
    }

    private static void refuses(JsonNode c) {
        RequestException e = catchThrowableOfType(RequestException.class, () -> read(c));
        assertThat(e).as("an error").isNotNull();
        assertThat(e.getMessage()).isEqualTo(c.get("message").textValue());
        assertThat(e.path().text()).isEqualTo(c.path("path").asText("$"));
        assertThat(e.code().text()).isEqualTo(c.path("code").asText("validation-failed"));
        if (c.has("hint")) {
            assertThat(e.hint())
                    .hasValueSatisfying(h -> assertThat(h).contains(c.get("hint").textValue()));
        }
    }

    private static Operation read(JsonNode c) {
        TypeSystem types = c.path("schema").asText().equals("read-only") ? READ_ONLY : TYPES;
        AbsentVariables absent =
                AbsentVariables.valueOf(c.path("absent").asText(AbsentVariables.NULL.name()));
        return ParsedDocument.parse(c.get("query").textValue(), DocumentLimits.DEFAULT, absent)
                .operation(types, Cases.operationName(c), Cases.variables(c, "variables"));
    }
}
