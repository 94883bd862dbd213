package org.fitmesh.metadata;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fitmesh.catalog.FunctionName;
import org.fitmesh.catalog.TableName;

/**
 * Reads Hasura's metadata of version 3. What is malformed becomes an {@link Inconsistency}, the
 * rest is read; what Fitmesh does not serve is passed over.
 *
 * @see <a href="https://hasura.io/docs/2.0/migrations-metadata-seeds/manage-metadata/">Hasura's
 *     manual</a>
 */
public final class MetadataReader {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Findings findings;
    private SourceCustomization customization = SourceCustomization.NONE;
    private Optional<ObjectNode> served = Optional.empty();

    private MetadataReader(Findings findings) {
        this.findings = findings;
    }

    /** Reads one JSON document, bare or as {@code {resource_version, metadata}}. */
    public static Metadata readJson(String text) {
        try {
            return read(JSON.readTree(text));
        } catch (JsonProcessingException e) {
            Findings findings = new Findings();
            findings.add(
                    "metadata", "metadata", "is no JSON: see line " + e.getLocation().getLineNr());
            return Metadata.nothing(findings.inconsistencies());
        }
    }

    /** Reads one document, bare or as {@code {resource_version, metadata}}. */
    public static Metadata read(JsonNode document) {
        return new MetadataReader(new Findings()).metadata(document);
    }

    /**
     * Reads a directory as {@code hasura metadata export} writes it. No files at all are no
     * metadata.
     *
     * @throws IOException when a file that exists cannot be read
     */
    public static Metadata readDirectory(MetadataFiles files) throws IOException {
        Findings findings = new Findings();
        Optional<ObjectNode> document = new YamlDirectory(files, findings).read();
        MetadataReader reader = new MetadataReader(findings);
        return document.map(reader::metadata)
                .orElseGet(() -> Metadata.nothing(findings.inconsistencies()));
    }

    /**
     * The document that a directory's files were made from; empty when there are none. What is
     * wrong with the files themselves is added to the inconsistencies.
     *
     * @throws IOException when a file that exists cannot be read
     */
    public static MetadataDocument document(
            MetadataFiles files, List<Inconsistency> inconsistencies) throws IOException {
        Findings findings = new Findings();
        Optional<ObjectNode> document = new YamlDirectory(files, findings).read();
        inconsistencies.addAll(findings.inconsistencies());
        return document.map(MetadataDocument::new).orElseGet(MetadataDocument::empty);
    }

    private Metadata metadata(JsonNode document) {
        List<TrackedTable> tables = new ArrayList<>();
        List<TrackedFunction> functions = new ArrayList<>();
        List<RemoteSchemaDefinition> remotes = new ArrayList<>();
        Optional<Entry> read =
                findings.attempt("metadata", "metadata", () -> versionThree(document));
        read.ifPresent(
                root -> {
                    served = ServedSource.of(root.json());
                    list(root, "sources").forEach(node -> source(node, tables, functions));
                    remotes.addAll(remoteSchemas(root));
                });
        return new Metadata(
                List.copyOf(tables),
                List.copyOf(functions),
                List.copyOf(remotes),
                read.map(this::roles).orElse(RoleDefinitions.NONE),
                customization,
                findings.inconsistencies());
    }

    private RoleDefinitions roles(Entry root) {
        return new RoleReader(findings).read(root, list(root, "inherited_roles"));
    }

    private static Entry versionThree(JsonNode document) {
        Entry root = Entry.of(document);
        Entry metadata = root.optionalObject("metadata").orElse(root);
        JsonNode version = metadata.required("version");
        if (version.asInt() != 3) {
            throw new MalformedEntry(
                    "is of version " + version.asText() + ": export it from Hasura 2 (version 3)");
        }
        return metadata;
    }

    private List<JsonNode> list(Entry root, String key) {
        return findings.attempt("metadata", key, () -> root.elements(key)).orElse(List.of());
    }

    private void source(JsonNode node, List<TrackedTable> tables, List<TrackedFunction> functions) {
        String name = node.path("name").asText("?");
        Optional<Entry> source = findings.attempt("source", name, () -> readable(Entry.of(node)));
        if (source.isPresent()) {
            tables.addAll(tables(sourceList(source.get(), name, "tables")));
            functions.addAll(functions(sourceList(source.get(), name, "functions")));
            customization = customization(source.get(), name);
        }
    }

    private SourceCustomization customization(Entry source, String name) {
        return findings.attempt(
                        "source",
                        name,
                        () -> source.optionalObject("customization").map(SourceCustomization::of))
                .flatMap(read -> read)
                .orElse(SourceCustomization.NONE);
    }

    private List<JsonNode> sourceList(Entry source, String name, String key) {
        return findings.attempt("source", name, () -> source.elements(key)).orElse(List.of());
    }

    private List<TrackedFunction> functions(List<JsonNode> elements) {
        List<TrackedFunction> functions = new ArrayList<>();
        Set<FunctionName> seen = new HashSet<>();
        for (JsonNode element : elements) {
            JsonNode name = element.path("function");
            String shown = name.isTextual() ? name.textValue() : name.path("name").asText("?");
            Optional<TrackedFunction> function =
                    findings.attempt(
                            "function", shown, () -> FunctionReader.tracked(Entry.of(element)));
            if (function.isPresent() && !seen.add(function.get().function())) {
                findings.add("function", shown, "is tracked twice: remove one of the entries");
                continue;
            }
            function.ifPresent(functions::add);
        }
        return functions;
    }

    private Entry readable(Entry source) {
        source.text("name");
        Optional<String> kind = source.optionalText("kind");
        boolean isServed = served.filter(one -> one == source.json()).isPresent();
        if (isServed && ServedSource.isPostgres(source.json())) {
            return source;
        }
        if (isServed) {
            throw new MalformedEntry("is of kind " + kind.get() + ": only postgres is served");
        }
        throw MalformedEntry.unserved(
                served.map(one -> one.path("name").textValue())
                        .map(
                                name ->
                                        "only the source \"%s\" is served: move its tables there"
                                                .formatted(name))
                        .orElse("is of kind " + kind.orElse("?") + ": only postgres is served"));
    }

    private List<TrackedTable> tables(List<JsonNode> elements) {
        List<TrackedTable> tables = new ArrayList<>();
        Set<TableName> seen = new HashSet<>();
        TableReader reader = new TableReader(findings);
        for (JsonNode element : elements) {
            JsonNode name = element.path("table");
            String shown = name.isTextual() ? name.textValue() : name.path("name").asText("?");
            findings.attempt("table", shown, () -> reader.read(Entry.of(element)))
                    .filter(table -> isFirst(table.table(), seen))
                    .ifPresent(tables::add);
        }
        return tables;
    }

    private boolean isFirst(TableName table, Set<TableName> seen) {
        boolean first = seen.add(table);
        if (!first) {
            findings.add("table", table.toString(), "is tracked twice: merge the two entries");
        }
        return first;
    }

    private List<RemoteSchemaDefinition> remoteSchemas(Entry root) {
        List<RemoteSchemaDefinition> remotes = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (JsonNode element : list(root, "remote_schemas")) {
            String name = element.path("name").asText("?");
            Optional<RemoteSchemaDefinition> remote =
                    findings.attempt(
                            "remote_schema",
                            name,
                            () -> RemoteSchemaReader.read(Entry.of(element)));
            if (remote.isPresent() && !seen.add(name)) {
                findings.add("remote_schema", name, "is there twice: remove or rename one");
                continue;
            }
            remote.ifPresent(remotes::add);
        }
        return remotes;
    }
}
