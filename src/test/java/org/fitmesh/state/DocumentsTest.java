package org.fitmesh.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.fitmesh.config.SettingsReader;
import org.fitmesh.graphql.operation.ParsedDocument;
import org.junit.jupiter.api.Test;

class DocumentsTest {
    private final Documents documents =
            new Documents(SettingsReader.read(name -> Optional.empty()));

    @Test
    void aTextIsParsedOnce() {
        ParsedDocument first = documents.parse("{ a }");

        assertThat(documents.parse("{ a }")).isSameAs(first);
    }

    @Test
    void longTextsDoNotPileUp() {
        String text = "{ a } # " + "x".repeat(900_000);
        ParsedDocument first = documents.parse(text + 0);
        for (int i = 1; i < 10; i++) {
            documents.parse(text + i);
        }

        assertThat(documents.parse(text + 0)).isNotSameAs(first);
    }
}
