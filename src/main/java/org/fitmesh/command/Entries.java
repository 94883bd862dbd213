package org.fitmesh.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.fitmesh.metadata.MetadataDocument;

/** Lists of the metadata whose elements are told apart by a key. */
final class Entries {
    private Entries() {}

    /** The element whose value at the key is that text. */
    static Optional<ObjectNode> find(ObjectNode owner, String list, String key, String value) {
        for (JsonNode element : owner.path(list)) {
            if (element instanceof ObjectNode object
                    && value.equals(object.path(key).textValue())) {
                return Optional.of(object);
            }
        }
        return Optional.empty();
    }

    /** Appends an element. */
    static void add(ObjectNode owner, String list, ObjectNode element) {
        MetadataDocument.list(owner, list).add(element);
    }

    /** Takes an element out; a list that is empty then goes too. */
    static boolean remove(ObjectNode owner, String list, String key, String value) {
        if (!(owner.get(list) instanceof ArrayNode elements)) {
            return false;
        }
        for (int i = 0; i < elements.size(); i++) {
            if (value.equals(elements.path(i).path(key).textValue())) {
                remove(owner, list, elements, i);
                return true;
            }
        }
        return false;
    }

    private static void remove(ObjectNode owner, String list, ArrayNode elements, int index) {
        elements.remove(index);
        if (elements.isEmpty()) {
            owner.remove(list);
        }
    }

    /** Those of the arguments that are given. */
    static ObjectNode picked(Arguments arguments, String... keys) {
        ObjectNode picked = Answers.object();
        for (String key : keys) {
            arguments.optional(key).ifPresent(value -> picked.set(key, value));
        }
        return picked;
    }

    /** Sets what is given, and removes what is not. */
    static void put(ObjectNode entry, String key, Optional<? extends JsonNode> value) {
        if (value.isPresent()) {
            entry.set(key, value.get());
        } else {
            entry.remove(key);
        }
    }
}
