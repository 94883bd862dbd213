package org.fitmesh.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Runs {@code cases.yaml}: {@code tables} (the default source's), a whole {@code document} or the
 * {@code files} of a directory go in; {@code read} lists pieces of what must come out, {@code
 * inconsistencies} all of them in order.
 */
class MetadataReaderTest {
    private static final YAMLMapper YAML = new YAMLMapper();

    @TestFactory
    Stream<DynamicTest> cases() throws IOException {
        try (InputStream file = MetadataReaderTest.class.getResourceAsStream("cases.yaml")) {
            JsonNode cases = YAML.readTree(file);
            return elements(cases)
                    .map(one -> DynamicTest.dynamicTest(one.get("case").asText(), () -> run(one)));
        }
    }

    private static void run(JsonNode one) throws IOException {
        Metadata metadata = read(one);
        String text =
                metadata.tables() + " " + metadata.functions() + " " + metadata.remoteSchemas();
        elements(one.path("read")).forEach(piece -> assertThat(text).contains(piece.asText()));
        if (!one.has("read")) {
            assertThat(text).isEqualTo("[] [] []");
        }
        assertThat(metadata.inconsistencies())
                .extracting(i -> i.type() + " " + i.name() + ": " + i.reason())
                .containsExactlyElementsOf(
                        elements(one.path("inconsistencies")).map(JsonNode::asText).toList());
    }

    private static Metadata read(JsonNode one) throws IOException {
        if (one.has("files")) {
            return MetadataReader.readDirectory(
                    path -> Optional.ofNullable(one.get("files").get(path)).map(JsonNode::asText));
        }
        if (one.has("text")) {
            return MetadataReader.readJson(one.get("text").asText());
        }
        if (one.has("document")) {
            return MetadataReader.readJson(one.get("document").toString());
        }
        ObjectNode document = YAML.createObjectNode().put("version", 3);
        document.putArray("sources")
                .addObject()
                .put("name", "default")
                .put("kind", "postgres")
                .set("tables", one.get("tables"));
        return MetadataReader.read(document);
    }

    private static Stream<JsonNode> elements(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }

    @Test
    void packagedMetadataIsRead() {
        Metadata packaged =
                read(
                        MetadataFiles.onClassPath(
                                getClass().getClassLoader(), MetadataFiles.PACKAGED));

        assertThat(packaged.inconsistencies()).isEmpty();
        assertThat(packaged.tables())
                .extracting(t -> t.table().toString())
                .containsExactly("sessions", "users", "workout_popularity");
        assertThat(packaged.tables().get(0).remoteRelationships())
                .hasToString(
                        "[RemoteRelationship[name=workout, remoteSchema=hygraph, columns=[slug],"
                                + " path=[Step[field=workout,"
                                + " arguments={\"where\":{\"slug\":\"$slug\"}}]]]]");
        assertThat(packaged.remoteSchemas())
                .extracting(RemoteSchemaDefinition::url)
                .hasToString("[FromSetting[name=HYGRAPH_ENDPOINT]]");
        assertThat(packaged.tables().get(0).eventTriggers())
                .extracting(EventTrigger::name)
                .containsExactly("popularity");
        assertThat(packaged.tables())
                .filteredOn(t -> !t.table().name().equals("workout_popularity"))
                .flatExtracting(TrackedTable::selectPermissions)
                .extracting(SelectPermission::role)
                .as("public sees how popular workouts are, and no other table")
                .containsOnly("user");
    }

    @Test
    void aDirectoryOnDiskReadsTheSame() {
        assertThat(read(MetadataFiles.in(Path.of("src/main/resources", MetadataFiles.PACKAGED))))
                .isEqualTo(
                        read(
                                MetadataFiles.onClassPath(
                                        getClass().getClassLoader(), MetadataFiles.PACKAGED)));
    }

    @Test
    void mergingKeepsTheEntitysRelationshipsAndTheMetadatasRest() {
        List<TrackedTable> merged =
                TrackedTables.merge(
                        tables(
                                "[{table: a, object_relationships: ["
                                        + own("x", "x_id")
                                        + ", "
                                        + own("y", "y_id")
                                        + "]}, {table: b}]"),
                        tables(
                                "[{table: a, object_relationships: ["
                                        + own("y", "other")
                                        + "],"
                                        + " select_permissions: [{role: user,"
                                        + " permission: {columns: '*', filter: {}}}]},"
                                        + " {table: c}]"));

        assertThat(merged).extracting(t -> t.table().name()).containsExactly("a", "b", "c");
        assertThat(merged.get(0).relationships())
                .extracting(r -> r.name() + " " + r.using())
                .containsExactly(
                        "x OwnForeignKey[columns=[x_id]]", "y OwnForeignKey[columns=[other]]");
        assertThat(merged.get(0).selectPermissions()).hasSize(1);
    }

    private static String own(String name, String column) {
        return "{name: " + name + ", using: {foreign_key_constraint_on: " + column + "}}";
    }

    private static List<TrackedTable> tables(String yaml) {
        String root = "{version: 3, sources: [{name: default, tables: " + yaml + "}]}";
        try {
            return MetadataReader.read(YAML.readTree(root)).tables();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Metadata read(MetadataFiles files) {
        try {
            return MetadataReader.readDirectory(files);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
