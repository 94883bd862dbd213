package org.fitmesh.plan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;

/** Writes JSON values as the text of parameters. */
final class ParameterText {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** More than any integer type has; a number such as 1e999999999 is never written out. */
    private static final int MAX_DIGITS = 20;

    private ParameterText() {}

    /** The text, or null for SQL's null. */
    static String of(JsonNode value, Encoding encoding) {
        if (value.isNull()) {
            return null;
        }
        return switch (encoding) {
            case TEXT -> scalar(value);
            case INTEGER, LIMIT, OFFSET -> integer(value);
            case JSON -> json(value);
            case ARRAY -> array(value, ParameterText::scalar);
            case ARRAY_OF_INTEGER -> array(value, ParameterText::integer);
            case ARRAY_OF_JSON -> array(value, null);
            case JSON_PATH -> arrayOf(JsonPath.keys(value.asText()));
        };
    }

    private static String scalar(JsonNode value) {
        if (value.isTextual()) {
            return value.textValue();
        }
        if (value.isBigDecimal()) {
            return value.decimalValue().toString();
        }
        return value.isContainerNode() ? json(value) : value.asText();
    }

    private static String json(JsonNode value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** JSON has one kind of number: {@code 2.0} is an integer there, but not for PostgreSQL. */
    private static String integer(JsonNode value) {
        if (!value.isBigDecimal() && !value.isDouble()) {
            return scalar(value);
        }
        BigDecimal number = value.decimalValue().stripTrailingZeros();
        boolean whole = number.scale() <= 0 && number.precision() - number.scale() <= MAX_DIGITS;
        return whole ? number.toBigIntegerExact().toString() : scalar(value);
    }

    /**
     * The same for a value among those of a row that travels as JSON: PostgreSQL takes a string
     * there as the text of any type but json and jsonb, whose values are as they are.
     */
    static JsonNode inRow(JsonNode value, Encoding encoding) {
        if (encoding == Encoding.JSON || value.isTextual() || value.isNull()) {
            return value;
        }
        return TextNode.valueOf(of(value, encoding));
    }

    /**
     * PostgreSQL documentation, section 8.15.6. A string is taken as an array literal.
     *
     * @param element writes an element; null: each is JSON, lists among them
     */
    private static String array(JsonNode value, Function<JsonNode, String> element) {
        if (value.isTextual()) {
            return value.textValue();
        }
        StringBuilder text = new StringBuilder();
        append(text, value, element);
        return text.toString();
    }

    private static void append(
            StringBuilder text, JsonNode value, Function<JsonNode, String> element) {
        if (value.isArray() && (element != null || text.isEmpty())) {
            appendList(text, value, element);
        } else if (value.isNull()) {
            text.append("NULL");
        } else {
            quote(text, element == null ? json(value) : element.apply(value));
        }
    }

    private static void appendList(
            StringBuilder text, JsonNode list, Function<JsonNode, String> element) {
        text.append('{');
        String separator = "";
        for (JsonNode item : list) {
            text.append(separator);
            append(text, item, element);
            separator = ",";
        }
        text.append('}');
    }

    private static void quote(StringBuilder text, String element) {
        text.append('"');
        for (int i = 0; i < element.length(); i++) {
            char c = element.charAt(i);
            if (c == '"' || c == '\\') {
                text.append('\\');
            }
            text.append(c);
        }
        text.append('"');
    }

    private static String arrayOf(List<String> keys) {
        StringBuilder text = new StringBuilder("{");
        for (String key : keys) {
            if (text.length() > 1) {
                text.append(',');
            }
            quote(text, key);
        }
        return text.append('}').toString();
    }
}
