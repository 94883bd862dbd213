package org.fitmesh.metadata;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Puts the files of an exported directory together to the document that they were made from. */
final class YamlDirectory {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String INCLUDE = "!include ";

    /** The command line tool quotes it; people leave the quotes out, and make it a YAML tag. */
    private static final Pattern UNQUOTED =
            Pattern.compile("(?m)(?<=\\s)!include +([^\\s\"']+) *$");

    /** Deep enough for any export (source, tables, table), and an end to files in a circle. */
    private static final int DEEPEST = 8;

    /** The files beside the sources, and where their contents stand in the document. */
    private static final Map<String, String> OTHER_FILES = otherFiles();

    private final MetadataFiles files;
    private final Findings findings;

    YamlDirectory(MetadataFiles files, Findings findings) {
        this.files = files;
        this.findings = findings;
    }

    private static Map<String, String> otherFiles() {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("remote_schemas.yaml", "remote_schemas");
        files.put("query_collections.yaml", "query_collections");
        files.put("allow_list.yaml", "allowlist");
        files.put("rest_endpoints.yaml", "rest_endpoints");
        files.put("cron_triggers.yaml", "cron_triggers");
        files.put("inherited_roles.yaml", "inherited_roles");
        files.put("api_limits.yaml", "api_limits");
        files.put("network.yaml", "network");
        files.put("graphql_schema_introspection.yaml", "graphql_schema_introspection");
        files.put("opentelemetry.yaml", "opentelemetry");
        files.put("backend_configs.yaml", "backend_configs");
        files.put("metrics_config.yaml", "metrics_config");
        return files;
    }

    /** The document, or empty when none of the files is there. */
    Optional<ObjectNode> read() throws IOException {
        ObjectNode document = JSON.objectNode();
        JsonNode version = file("version.yaml", 0);
        put(document, "version", version.path("version"));
        put(document, "sources", file("databases/databases.yaml", 0));
        for (Map.Entry<String, String> other : OTHER_FILES.entrySet()) {
            put(document, other.getValue(), file(other.getKey(), 0));
        }
        JsonNode actions = file("actions.yaml", 0);
        put(document, "actions", actions.path("actions"));
        put(document, "custom_types", actions.path("custom_types"));
        if (!document.has("sources")) {
            put(document, "tables", file("tables.yaml", 0));
            put(document, "functions", file("functions.yaml", 0));
        }
        return document.isEmpty() ? Optional.empty() : Optional.of(VersionTwo.upgraded(document));
    }

    private static void put(ObjectNode document, String key, JsonNode value) {
        if (!value.isMissingNode()) {
            document.set(key, value);
        }
    }

    private JsonNode file(String path, int depth) throws IOException {
        Optional<String> text = files.text(path);
        if (text.isEmpty()) {
            return MissingNode.getInstance();
        }
        try {
            String quoted = UNQUOTED.matcher(text.get()).replaceAll("\"" + INCLUDE + "$1\"");
            return included(AnchoredYaml.read(quoted), path, depth);
        } catch (JsonProcessingException e) {
            findings.add("metadata", path, "is no YAML" + place(e));
            return MissingNode.getInstance();
        }
    }

    /** The parser's own message quotes the lines around, which may hold a secret. */
    private static String place(JsonProcessingException e) {
        JsonLocation location = e.getLocation();
        return location == null ? "" : ": see line " + location.getLineNr();
    }

    /** The node with every {@code "!include other.yaml"} in it replaced by that file. */
    private JsonNode included(JsonNode node, String path, int depth) throws IOException {
        if (node instanceof ObjectNode object) {
            ObjectNode copy = JSON.objectNode();
            for (Map.Entry<String, JsonNode> property : object.properties()) {
                put(copy, property.getKey(), included(property.getValue(), path, depth));
            }
            return copy;
        }
        if (node.isArray()) {
            ArrayNode copy = JSON.arrayNode();
            for (JsonNode element : node) {
                JsonNode value = included(element, path, depth);
                if (!value.isMissingNode()) {
                    copy.add(value);
                }
            }
            return copy;
        }
        boolean isInclude = node.isTextual() && node.textValue().startsWith(INCLUDE);
        return isInclude ? other(node.textValue(), path, depth) : node;
    }

    private JsonNode other(String include, String path, int depth) throws IOException {
        String directory = path.substring(0, path.lastIndexOf('/') + 1);
        String other = directory + include.substring(INCLUDE.length()).strip();
        if (depth == DEEPEST) {
            findings.add("metadata", other, "is included by itself: remove that \"!include\"");
            return MissingNode.getInstance();
        }
        if (files.text(other).isEmpty()) {
            findings.add(
                    "metadata", other, "is included by " + path + ", but there is no such file");
            return MissingNode.getInstance();
        }
        return file(other, depth + 1);
    }
}
