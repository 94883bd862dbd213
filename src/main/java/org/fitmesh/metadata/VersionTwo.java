package org.fitmesh.metadata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Metadata of version 2, which has the tables of the only source at its top. */
final class VersionTwo {
    private static final List<String> OF_SOURCE = List.of("tables", "functions");

    private VersionTwo() {}

    /** The same as version 3; a document of any other version is left as it is. */
    static ObjectNode upgraded(ObjectNode document) {
        if (document.path("version").asInt() != 2 || document.has("sources")) {
            return document;
        }
        MetadataDocument upgraded = MetadataDocument.empty();
        ObjectNode source = upgraded.sourceOrNew();
        document.properties()
                .forEach(entry -> put(entry.getKey(), entry.getValue(), source, upgraded.json()));
        return upgraded.json();
    }

    private static void put(String key, JsonNode value, ObjectNode source, ObjectNode root) {
        if (OF_SOURCE.contains(key)) {
            source.set(key, value);
        } else if (!key.equals("version")) {
            root.set(key, value);
        }
    }
}
