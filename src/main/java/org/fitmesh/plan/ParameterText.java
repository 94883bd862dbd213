package org.fitmesh.plan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** Writes JSON values as the text of parameters. */
final class ParameterText {
    private static final ObjectMapper JSON = new ObjectMapper();

    private ParameterText() {}

    /** The text, or null for SQL's null. */
    static String of(JsonNode value, Encoding encoding) {
        if (value.isNull()) {
            return null;
        }
        return switch (encoding) {
            case TEXT, LIMIT, OFFSET -> scalar(value);
            case JSON -> json(value);
            case ARRAY -> array(value, false);
            case ARRAY_OF_JSON -> array(value, true);
            case JSON_PATH -> arrayOf(keys(value.asText()));
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

    /** PostgreSQL documentation, section 8.15.6. A string is taken as an array literal. */
    private static String array(JsonNode value, boolean ofJson) {
        if (value.isTextual()) {
            return value.textValue();
        }
        StringBuilder text = new StringBuilder();
        append(text, value, ofJson);
        return text.toString();
    }

    private static void append(StringBuilder text, JsonNode value, boolean ofJson) {
        if (value.isArray() && !ofJson) {
            appendList(text, value, false);
        } else if (value.isArray() && text.isEmpty()) {
            appendList(text, value, true);
        } else if (value.isNull()) {
            text.append("NULL");
        } else {
            quote(text, ofJson ? json(value) : scalar(value));
        }
    }

    private static void appendList(StringBuilder text, JsonNode list, boolean ofJson) {
        text.append('{');
        String separator = "";
        for (JsonNode element : list) {
            text.append(separator);
            append(text, element, ofJson);
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

    /** {@code $.a[0].b}, {@code a.b} and {@code ["a"]} as keys, as Hasura reads them. */
    private static List<String> keys(String path) {
        List<String> keys = new ArrayList<>();
        for (String part : path.split("[.\\[\\]]+")) {
            String key = part.replaceAll("^['\"]|['\"]$", "");
            if (!key.isEmpty() && !(key.equals("$") && keys.isEmpty())) {
                keys.add(key);
            }
        }
        return keys;
    }
}
