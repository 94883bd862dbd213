package org.fitmesh.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fitmesh.metadata.Inconsistency;
import org.fitmesh.metadata.Inconsistency.Cause;
import org.fitmesh.metadata.MetadataDocument;

/** What commands answer, in Hasura's shapes. */
final class Answers {
    private static final JsonNodeFactory NODES = JsonNodeFactory.withExactBigDecimals(true);
    private static final ObjectReader JSON =
            JsonMapper.builder()
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .nodeFactory(NODES)
                    .build()
                    .readerFor(JsonNode.class);

    private Answers() {}

    /** A new object. */
    static ObjectNode object() {
        return NODES.objectNode();
    }

    /** A new list. */
    static ArrayNode list() {
        return NODES.arrayNode();
    }

    /** That many rows of which no column was asked for. */
    static ArrayNode emptyObjects(int count) {
        ArrayNode objects = list();
        for (int i = 0; i < count; i++) {
            objects.addObject();
        }
        return objects;
    }

    /** An object of texts. */
    static ObjectNode texts(Map<String, String> values) {
        ObjectNode texts = object();
        values.forEach(texts::put);
        return texts;
    }

    /** {@code {"message": "success"}}. */
    static ObjectNode success() {
        return object().put("message", "success");
    }

    /** JSON that PostgreSQL wrote. */
    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("PostgreSQL wrote no JSON", e);
        }
    }

    /** {@code {"is_consistent", "inconsistent_objects"}}. */
    static ObjectNode consistency(List<Inconsistency> inconsistencies, MetadataDocument document) {
        ObjectNode answer = object().put("is_consistent", inconsistencies.isEmpty());
        return answer.set("inconsistent_objects", objects(inconsistencies, document));
    }

    /**
     * Hasura's list of inconsistent objects. Values of settings are not in it: a definition is what
     * the document says.
     *
     * @param document that has the objects
     */
    static ArrayNode objects(List<Inconsistency> inconsistencies, MetadataDocument document) {
        WrittenObjects written = WrittenObjects.of(document);
        ArrayNode objects = list();
        for (Inconsistency one : inconsistencies) {
            Optional<WrittenObject> object = written.meant(one).stream().findFirst();
            ObjectNode told =
                    objects.addObject()
                            .put("type", one.type())
                            .put("name", name(one, object))
                            .put("reason", reason(one));
            object.ifPresent(found -> told.set("definition", found.definition()));
        }
        return objects;
    }

    /** A conflict of inherited permissions is told as it is. */
    private static String name(Inconsistency one, Optional<WrittenObject> object) {
        return one.cause() == Cause.INHERITED
                ? one.name()
                : one.type() + " " + object.map(WrittenObject::title).orElse(one.name());
    }

    private static String reason(Inconsistency one) {
        return one.cause() == Cause.INHERITED ? one.reason() : ObjectText.reason(one);
    }
}
