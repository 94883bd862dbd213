package org.fitmesh.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import org.junit.jupiter.api.Test;

class MetadataDocumentTest {

    @Test
    void everyEventTriggerWithANameIsNamedReadableOrNot() throws Exception {
        String document =
                """
                version: 3
                sources:
                - name: default
                  tables:
                  - table: users
                    event_triggers:
                    - {name: usable, definition: {insert: {columns: "*"}}, webhook: "http://a/"}
                    - {name: malformed}
                    - {name: "not a name", webhook: 3}
                    - {name: 7}
                    - {}
                    - text
                  - {table: 5, event_triggers: [{name: of_no_table}]}
                  - {event_triggers: {key: {name: in_no_list}}}
                  - {table: sessions, event_triggers: nothing}
                  - {table: sessions}
                - {name: other, tables: [{table: t, event_triggers: [{name: of_another_source}]}]}
                """;
        assertThat(
                        new MetadataDocument((ObjectNode) new YAMLMapper().readTree(document))
                                .eventTriggerNames())
                .containsExactlyInAnyOrder(
                        "usable",
                        "malformed",
                        "not a name",
                        "of_no_table",
                        "in_no_list",
                        "of_another_source");
        assertThat(MetadataDocument.empty().eventTriggerNames()).isEmpty();
    }
}
