package org.fitmesh.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fitmesh.catalog.TableName;
import org.fitmesh.error.ErrorCode;
import org.fitmesh.error.ErrorPath;
import org.fitmesh.error.RequestException;
import org.fitmesh.metadata.MetadataDocument;

/**
 * The arguments of a command, read key by key; null counts as absent. Every method throws
 * parse-failed for a value of the wrong type, and for an absent one that is needed.
 *
 * @param path where they are in the request
 */
record Arguments(ObjectNode json, ErrorPath path) {
    Optional<JsonNode> optional(String key) {
        JsonNode value = json.get(key);
        return value == null || value.isNull() ? Optional.empty() : Optional.of(value);
    }

    JsonNode required(String key) {
        return optional(key)
                .orElseThrow(() -> failed("the key '" + key + "' was not present", path));
    }

    ObjectNode object(String key) {
        if (required(key) instanceof ObjectNode object) {
            return object;
        }
        throw failed("expected an object for the key '" + key + "'", path.key(key));
    }

    /** An object with keys of its own. */
    Optional<Arguments> optionalObject(String key) {
        return optional(key).map(value -> new Arguments(object(key), path.key(key)));
    }

    /** The elements of a list. */
    List<JsonNode> list(String key) {
        required(key);
        return optionalList(key);
    }

    /** The elements of a list; none when it is absent. */
    List<JsonNode> optionalList(String key) {
        JsonNode value = optional(key).orElseGet(Answers::list);
        if (!value.isArray()) {
            throw failed("expected a list for the key '" + key + "'", path.key(key));
        }
        List<JsonNode> elements = new ArrayList<>();
        value.forEach(elements::add);
        return elements;
    }

    String text(String key) {
        return text(key, required(key));
    }

    Optional<String> optionalText(String key) {
        return optional(key).map(value -> text(key, value));
    }

    /** False when absent. */
    boolean flag(String key) {
        JsonNode value = optional(key).orElse(null);
        if (value != null && !value.isBoolean()) {
            throw failed("expected a boolean for the key '" + key + "'", path.key(key));
        }
        return value != null && value.booleanValue();
    }

    /** A whole number from 0. */
    int count(String key, int otherwise) {
        JsonNode value = optional(key).orElse(null);
        if (value == null) {
            return otherwise;
        }
        if (!value.isIntegralNumber() || !value.canConvertToInt() || value.intValue() < 0) {
            throw failed(
                    "expected a non-negative integer for the key '" + key + "'", path.key(key));
        }
        return value.intValue();
    }

    UUID id(String key) {
        String text = text(key);
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw failed("expected a UUID for the key '" + key + "'", path.key(key));
        }
    }

    /** A name, in schema public, or {@code {schema, name}}. */
    TableName table(String key) {
        return MetadataDocument.tableName(required(key))
                .orElseThrow(
                        () ->
                                failed(
                                        "expected a name or {schema, name} for the key '"
                                                + key
                                                + "'",
                                        path.key(key)));
    }

    RequestException failed(String message, ErrorPath place) {
        return new RequestException(ErrorCode.PARSE_FAILED, message, place);
    }

    private String text(String key, JsonNode value) {
        if (value.isTextual()) {
            return value.textValue();
        }
        throw failed("expected a string for the key '" + key + "'", path.key(key));
    }
}
