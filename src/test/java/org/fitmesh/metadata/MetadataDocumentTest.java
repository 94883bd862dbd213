package org.fitmesh.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import org.fitmesh.catalog.TableName;
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

    @Test
    void aDocumentSharesTheTablesThatAnotherHasAlike() throws Exception {
        MetadataDocument before = document("[{table: a}, {table: b, is_enum: true}, {table: c}]");
        MetadataDocument changed = document("[{table: c}, {table: b}, {table: a}, {table: d}]");
        MetadataDocument shared = changed.sharing(before);
        assertThat(shared).isEqualTo(changed);
        assertThat(shared.table(name("a")).get() == before.table(name("a")).get()).isTrue();
        assertThat(shared.table(name("c")).get() == before.table(name("c")).get()).isTrue();
        assertThat(shared.table(name("b")).get() == before.table(name("b")).get()).isFalse();
        shared.copy().table(name("a")).get().put("is_enum", true);
        shared.copy().sourceOrNew().put("kind", "other");
        assertThat(before)
                .isEqualTo(document("[{table: a}, {table: b, is_enum: true}, {table: c}]"));
        assertThat(shared).isEqualTo(changed);
    }

    @Test
    void aDocumentWithoutTablesSharesNothing() throws Exception {
        MetadataDocument before = document("[{table: a}]");
        for (String tables : new String[] {"7", "[]", "null", "[7, text, {}]"}) {
            MetadataDocument changed = document(tables);
            assertThat(changed.sharing(before)).isEqualTo(changed);
            assertThat(before.sharing(changed)).isEqualTo(before);
        }
    }

    private static TableName name(String name) {
        return TableName.inPublic(name);
    }

    private static MetadataDocument document(String tables) throws Exception {
        String document =
                "{version: 3, sources: [{name: default, kind: postgres, tables: %s},"
                        + " {name: other, kind: mssql}]}";
        return new MetadataDocument(
                (ObjectNode) new YAMLMapper().readTree(document.formatted(tables)));
    }
}
