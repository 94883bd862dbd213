package org.fitmesh.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.fitmesh.catalog.Catalog;
import org.fitmesh.catalog.Column;
import org.fitmesh.catalog.PgType;
import org.fitmesh.catalog.Table;
import org.fitmesh.catalog.TableName;
import org.fitmesh.catalog.UniqueConstraint;
import org.fitmesh.metadata.Metadata;
import org.fitmesh.metadata.MetadataReader;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Runs {@code resolution.yaml}. */
class EventTriggerResolutionTest {
    private static final YAMLMapper YAML = new YAMLMapper();
    private static final Map<String, String> SETTINGS =
            Map.of("HOOK", "https://hook/", "SECRET", "s", "BROKEN_SECRET", "whsec_%");
    private static final Catalog CATALOG =
            new Catalog(
                    Map.of(
                            TableName.inPublic("users"),
                            table("users", Table.Kind.TABLE, true, "id", "name"),
                            TableName.inPublic("v"),
                            table("v", Table.Kind.VIEW, false, "id"),
                            TableName.inPublic("nokey"),
                            table("nokey", Table.Kind.TABLE, false, "a")));

    @TestFactory
    Stream<DynamicTest> cases() throws IOException {
        try (InputStream file =
                EventTriggerResolutionTest.class.getResourceAsStream("resolution.yaml")) {
            return elements(YAML.readTree(file))
                    .map(one -> DynamicTest.dynamicTest(one.get("case").asText(), () -> run(one)));
        }
    }

    private static void run(JsonNode one) {
        Metadata metadata = MetadataReader.read(document(one));
        assertThat(metadata.inconsistencies()).isEmpty();
        EventTriggers triggers =
                EventTriggerResolution.resolve(
                        CATALOG,
                        metadata.tables(),
                        name -> Optional.ofNullable(SETTINGS.get(name)),
                        List.of());
        assertThat(triggers.captured())
                .extracting(captured -> captured.definition().name())
                .containsExactlyElementsOf(texts(one.path("captured")));
        Map<String, String> targets = new TreeMap<>();
        triggers.active().forEach((name, t) -> targets.put(name, t.target().toString()));
        assertThat(targets).isEqualTo(textsByKey(one.path("active")));
        assertThat(triggers.inconsistencies())
                .extracting(i -> i.name() + ": " + i.reason())
                .containsExactlyElementsOf(texts(one.path("inconsistencies")));
    }

    private static ObjectNode document(JsonNode one) {
        ObjectNode document = YAML.createObjectNode().put("version", 3);
        ArrayNode tables =
                document.putArray("sources").addObject().put("name", "default").putArray("tables");
        for (String key : List.of("table", "also")) {
            if (one.has(key)) {
                tables.addObject()
                        .put("table", one.get(key).asText())
                        .set("event_triggers", one.get("triggers"));
            }
        }
        return document;
    }

    private static Table table(String name, Table.Kind kind, boolean key, String... columns) {
        Map<String, Column> byName = new LinkedHashMap<>();
        for (String column : columns) {
            byName.put(column, column(column));
        }
        List<UniqueConstraint> keys =
                key
                        ? List.of(new UniqueConstraint(name + "_pkey", List.of(columns[0]), true))
                        : List.of();
        return new Table(
                TableName.inPublic(name),
                kind,
                byName,
                keys,
                List.of(),
                List.of(),
                false,
                false,
                true,
                true,
                true,
                Optional.empty());
    }

    private static Column column(String name) {
        return new Column(
                name,
                PgType.builtIn("text"),
                Optional.empty(),
                false,
                false,
                true,
                true,
                Optional.empty());
    }

    private static List<String> texts(JsonNode list) {
        return elements(list).map(JsonNode::asText).toList();
    }

    private static Map<String, String> textsByKey(JsonNode object) {
        Map<String, String> texts = new TreeMap<>();
        object.fields().forEachRemaining(e -> texts.put(e.getKey(), e.getValue().asText()));
        return texts;
    }

    private static Stream<JsonNode> elements(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }
}
