package org.fitmesh.metadata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A JSON object of the metadata, read key by key. A key with the value null counts as absent. Every
 * method throws {@link MalformedEntry} when the value is of the wrong type, or absent and asked for
 * without {@code optional}.
 */
record Entry(ObjectNode json) {

    static Entry of(JsonNode node) {
        if (node instanceof ObjectNode object) {
            return new Entry(object);
        }
        throw new MalformedEntry("must be an object with keys, not " + described(node));
    }

    /** The value as it is, when there is one. */
    Optional<JsonNode> optional(String key) {
        JsonNode value = json.get(key);
        return value == null || value.isNull() ? Optional.empty() : Optional.of(value);
    }

    JsonNode required(String key) {
        return optional(key)
                .orElseThrow(
                        () -> new MalformedEntry("the key \"" + key + "\" is missing: add it"));
    }

    Optional<String> optionalText(String key) {
        return optional(key).map(value -> text(key, value));
    }

    String text(String key) {
        return text(key, required(key));
    }

    Optional<Entry> optionalObject(String key) {
        return optional(key).map(value -> new Entry(object(key, value)));
    }

    Entry object(String key) {
        return new Entry(object(key, required(key)));
    }

    /** False when absent. */
    boolean flag(String key) {
        Optional<JsonNode> value = optional(key);
        if (value.isPresent() && !value.get().isBoolean()) {
            throw wrongType(key, "true or false", value.get());
        }
        return value.isPresent() && value.get().booleanValue();
    }

    /** A whole number from 0. */
    OptionalInt count(String key) {
        OptionalInt number = whole(key);
        if (number.orElse(0) < 0) {
            throw new MalformedEntry("the key \"" + key + "\" must be a whole number from 0");
        }
        return number;
    }

    /** A whole number. */
    OptionalInt whole(String key) {
        Optional<JsonNode> value = optional(key);
        if (value.isEmpty()) {
            return OptionalInt.empty();
        }
        JsonNode number = value.get();
        if (!number.isIntegralNumber() || !number.canConvertToInt()) {
            throw new MalformedEntry("the key \"" + key + "\" must be a whole number");
        }
        return OptionalInt.of(number.intValue());
    }

    /** Empty when absent. */
    List<JsonNode> elements(String key) {
        Optional<JsonNode> value = optional(key);
        if (value.isEmpty()) {
            return List.of();
        }
        if (!value.get().isArray()) {
            throw wrongType(key, "a list", value.get());
        }
        List<JsonNode> elements = new ArrayList<>();
        value.get().forEach(elements::add);
        return elements;
    }

    List<String> texts(String key) {
        if (!required(key).isArray()) {
            throw wrongType(key, "a list of names", required(key));
        }
        return elements(key).stream().map(element -> text(key, element)).toList();
    }

    /** Empty when absent. */
    Map<String, String> textsByKey(String key) {
        Map<String, String> texts = new LinkedHashMap<>();
        Optional<Entry> object = optionalObject(key);
        if (object.isPresent()) {
            for (String name : object.get().keys()) {
                texts.put(name, object.get().text(name));
            }
        }
        return texts;
    }

    List<String> keys() {
        List<String> keys = new ArrayList<>();
        json.fieldNames().forEachRemaining(keys::add);
        return keys;
    }

    /** What is at the key is not what it takes. */
    static MalformedEntry wrongType(String key, String wanted, JsonNode found) {
        return new MalformedEntry(
                "the key \"" + key + "\" must be " + wanted + ", not " + described(found));
    }

    private static String text(String key, JsonNode value) {
        if (value.isTextual()) {
            return value.textValue();
        }
        throw wrongType(key, "text", value);
    }

    private static ObjectNode object(String key, JsonNode value) {
        if (value instanceof ObjectNode object) {
            return object;
        }
        throw wrongType(key, "an object", value);
    }

    /** The type only: the value may be a secret at the wrong place. */
    private static String described(JsonNode value) {
        return switch (value.getNodeType()) {
            case ARRAY -> "a list";
            case OBJECT -> "an object";
            case STRING -> "text";
            case NUMBER -> "a number";
            case BOOLEAN -> "true or false";
            default -> "nothing";
        };
    }
}
