package org.fitmesh.event.capture;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javax.sql.DataSource;
import org.fitmesh.event.EventTriggers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Runs {@code capture.yaml}. */
class CaptureCasesTest {
    private static final YAMLMapper YAML = new YAMLMapper();

    /** One object for each event, in the order of the writes. */
    private static final String EVENTS =
            "select jsonb_build_object('trigger', trigger_name, 'schema', schema_name,"
                    + " 'table', table_name, 'row_key', row_key) || payload || (payload -> 'data')"
                    + " from fitmesh.event_log order by position";

    private static final String USERS_TABLE = "create table users (id int primary key, name text)";

    private static final String USERS =
            """
            - table: users
              event_triggers:
              - name: t
                definition: {insert: {columns: "*"}, update: {columns: "*"}, delete: {columns: "*"}}
                webhook: http://a/
            """;

    private static CaptureDatabase postgres;

    @BeforeAll
    static void start() throws Exception {
        postgres = CaptureDatabase.start();
        CaptureDatabase.run(postgres.as("postgres", "postgres"), "create role writer login");
    }

    @AfterAll
    static void stop() throws IOException {
        postgres.close();
    }

    @TestFactory
    Stream<DynamicTest> cases() throws IOException {
        try (InputStream file = CaptureCasesTest.class.getResourceAsStream("capture.yaml")) {
            return elements(YAML.readTree(file))
                    .map(one -> DynamicTest.dynamicTest(one.get("case").asText(), () -> run(one)));
        }
    }

    private static void run(JsonNode one) throws SQLException, IOException {
        String name = postgres.create();
        DataSource owner = postgres.as("fit", name);
        CaptureDatabase.run(owner, one.path("tables").asText(USERS_TABLE));
        JsonNode metadata = one.has("metadata") ? one.get("metadata") : YAML.readTree(USERS);
        EventTriggers triggers = CaptureDatabase.resolve(owner, metadata);
        CaptureTriggers.Outcome outcome =
                CaptureDatabase.synchronise(
                        owner, triggers, one.path("stringify").asBoolean(), true);
        assertThat(outcome.refused()).isEmpty();
        assertThat(
                        CaptureDatabase.synchronise(
                                        owner, triggers, one.path("stringify").asBoolean(), true)
                                .repaired())
                .as("nothing differs any more")
                .isEmpty();
        DataSource writer = postgres.as(one.path("as").asText("fit"), name);
        for (JsonNode statements : one.get("run")) {
            CaptureDatabase.run(writer, statements.asText());
        }
        check(events(owner), one);
        assertThat(triggers.inconsistencies())
                .extracting(i -> i.name() + ": " + i.reason())
                .containsExactlyElementsOf(
                        elements(one.path("inconsistencies")).map(JsonNode::asText).toList());
    }

    private static void check(List<JsonNode> events, JsonNode one) {
        if (one.has("count")) {
            assertThat(events).hasSize(one.get("count").asInt());
            return;
        }
        List<JsonNode> expected = elements(one.get("events")).toList();
        List<JsonNode> compared = new ArrayList<>();
        for (int i = 0; i < events.size(); i++) {
            compared.add(
                    i < expected.size() ? only(events.get(i), expected.get(i)) : events.get(i));
        }
        assertThat(compared).containsExactlyElementsOf(expected);
    }

    /** What the case says nothing of does not count. */
    private static JsonNode only(JsonNode event, JsonNode expected) {
        ObjectNode kept = JsonNodeFactory.instance.objectNode();
        expected.fieldNames().forEachRemaining(key -> kept.set(key, event.path(key)));
        return kept;
    }

    private static List<JsonNode> events(DataSource dataSource) throws SQLException, IOException {
        List<JsonNode> events = new ArrayList<>();
        for (String event : CaptureDatabase.strings(dataSource, EVENTS)) {
            events.add(YAML.readTree(event));
        }
        return events;
    }

    private static Stream<JsonNode> elements(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }
}
