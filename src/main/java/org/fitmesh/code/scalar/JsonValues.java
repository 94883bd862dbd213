package org.fitmesh.code.scalar;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** JSON in its Java forms: JSON-P, Jackson, and maps and lists. Numbers stay exact. */
public final class JsonValues {
    private static final JsonNodeFactory NODES = JsonNodeFactory.withExactBigDecimals(true);

    private JsonValues() {}

    /** Any of the forms as maps, lists, strings, numbers and booleans. */
    public static Object plain(Object json) {
        if (json instanceof JsonValue value) {
            return plain(node(value));
        }
        if (!(json instanceof JsonNode node)) {
            return json;
        }
        return switch (node.getNodeType()) {
            case OBJECT -> {
                Map<String, Object> map = new LinkedHashMap<>();
                node.properties().forEach(e -> map.put(e.getKey(), plain(e.getValue())));
                yield map;
            }
            case ARRAY -> {
                List<Object> list = new ArrayList<>();
                node.forEach(element -> list.add(plain(element)));
                yield list;
            }
            case STRING -> node.textValue();
            case BOOLEAN -> node.booleanValue();
            case NUMBER -> node.isIntegralNumber() ? node.bigIntegerValue() : node.decimalValue();
            case NULL, MISSING, BINARY, POJO -> null;
        };
    }

    /** Any of the forms as Jackson's; a class that is none of them is refused. */
    public static JsonNode node(Object json) {
        if (json == null || json == JsonValue.NULL) {
            return NODES.nullNode();
        }
        if (json instanceof JsonNode node) {
            return node;
        }
        if (json instanceof JsonValue value) {
            return ofJsonP(value);
        }
        if (json instanceof Map<?, ?> map) {
            ObjectNode object = NODES.objectNode();
            map.forEach((key, value) -> object.set(String.valueOf(key), node(value)));
            return object;
        }
        if (json instanceof Collection<?> list) {
            ArrayNode array = NODES.arrayNode();
            list.forEach(element -> array.add(node(element)));
            return array;
        }
        return scalar(json);
    }

    /** Null, a string, a boolean or a number. */
    public static JsonNode scalar(Object value) {
        if (value instanceof String text) {
            return NODES.textNode(text);
        }
        if (value instanceof Boolean flag) {
            return NODES.booleanNode(flag);
        }
        if (value instanceof Integer number) {
            return NODES.numberNode(number);
        }
        if (value instanceof Long number) {
            return NODES.numberNode(number);
        }
        if (value instanceof BigInteger number) {
            return NODES.numberNode(number);
        }
        if (value instanceof BigDecimal number) {
            return NODES.numberNode(number);
        }
        if (value instanceof Double number) {
            return NODES.numberNode(number);
        }
        return Optional.ofNullable(value).map(v -> refused(v)).orElseGet(NODES::nullNode);
    }

    private static JsonNode refused(Object value) {
        throw new IllegalArgumentException("no JSON: an object of " + value.getClass());
    }

    private static JsonNode ofJsonP(JsonValue value) {
        return switch (value.getValueType()) {
            case OBJECT -> node((Map<?, ?>) new LinkedHashMap<>((JsonObject) value));
            case ARRAY -> node((Collection<?>) new ArrayList<>((JsonArray) value));
            case STRING -> NODES.textNode(((JsonString) value).getString());
            case NUMBER -> number((JsonNumber) value);
            case TRUE -> NODES.booleanNode(true);
            case FALSE -> NODES.booleanNode(false);
            case NULL -> NODES.nullNode();
        };
    }

    private static JsonNode number(JsonNumber number) {
        return number.isIntegral()
                ? NODES.numberNode(number.bigIntegerValue())
                : NODES.numberNode(number.bigDecimalValue());
    }
}
