package org.fitmesh.metadata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which of a document's sources is served: there is one database. Of the PostgreSQL sources it is
 * the one that is named {@code default}, or else the first. Where the settings say the database is
 * stays, whatever the source's configuration says.
 */
public final class ServedSource {
    /** The name of a source that nobody has named, and Hasura's where a command names none. */
    public static final String USUAL_NAME = "default";

    private static final Set<String> POSTGRES = Set.of("postgres", "pg", "citus", "alloy");

    private ServedSource() {}

    /**
     * Its entry, if there is one. A {@code default} of another kind is meant to be served, and
     * cannot be.
     *
     * @param document of version 3; what is malformed in it is passed over
     */
    static Optional<ObjectNode> of(JsonNode document) {
        List<ObjectNode> named = named(document.path("sources"));
        List<ObjectNode> candidates = named.stream().filter(ServedSource::isPostgres).toList();
        return candidates.stream()
                .filter(ServedSource::hasUsualName)
                .findFirst()
                .or(() -> candidates.stream().findFirst())
                .or(() -> named.stream().filter(ServedSource::hasUsualName).findFirst());
    }

    /** Whether it is a PostgreSQL database; one that does not say is. */
    static boolean isPostgres(ObjectNode source) {
        return POSTGRES.contains(source.path("kind").asText("postgres"));
    }

    private static boolean hasUsualName(ObjectNode source) {
        return USUAL_NAME.equals(source.path("name").textValue());
    }

    private static List<ObjectNode> named(JsonNode sources) {
        List<ObjectNode> named = new ArrayList<>();
        for (JsonNode source : sources) {
            if (source instanceof ObjectNode object && object.path("name").isTextual()) {
                named.add(object);
            }
        }
        return named;
    }
}
