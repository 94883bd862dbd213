package org.fitmesh.metadata;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads YAML with what it says once and means in several places: anchors ({@code &name}), aliases
 * ({@code *name}) and merge keys ({@code <<: *name}), as Hasura's command line tool does. Jackson
 * takes an alias for a text.
 */
final class AnchoredYaml {
    private static final ObjectMapper YAML = new YAMLMapper();
    private static final String MERGE = "<<";

    /** What a scalar begins with that has an anchor: the parser tells only those of others. */
    private static final Pattern ANCHOR = Pattern.compile("&([^\\s,\\[\\]{}]+)");

    private final String text;
    private final YAMLParser parser;
    private final Map<String, JsonNode> anchored = new HashMap<>();

    private AnchoredYaml(String text, YAMLParser parser) {
        this.text = text;
        this.parser = parser;
    }

    /**
     * The first document of a text; missing when there is none. Its parts may be one node in
     * several places.
     *
     * @throws com.fasterxml.jackson.core.JsonProcessingException when it is no YAML, or names an
     *     anchor that is not there
     */
    static JsonNode read(String text) throws IOException {
        try (YAMLParser parser = (YAMLParser) YAML.createParser(text)) {
            return parser.nextToken() == null
                    ? MissingNode.getInstance()
                    : new AnchoredYaml(text, parser).value();
        }
    }

    private JsonNode value() throws IOException {
        if (parser.isCurrentAlias()) {
            return ofAnchor(parser.getText());
        }
        Optional<String> anchor = anchor();
        JsonNode value = plain();
        anchor.ifPresent(name -> anchored.put(name, value));
        return value;
    }

    private Optional<String> anchor() throws IOException {
        if (!parser.currentToken().isScalarValue()) {
            return Optional.ofNullable(parser.getObjectId()).map(Object::toString);
        }
        int codePoints = (int) parser.currentTokenLocation().getCharOffset();
        Matcher matcher = ANCHOR.matcher(text);
        matcher.region(text.offsetByCodePoints(0, codePoints), text.length());
        return matcher.lookingAt() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    private JsonNode ofAnchor(String name) throws JsonParseException {
        JsonNode value = anchored.get(name);
        if (value == null) {
            throw new JsonParseException(parser, "no anchor for this alias");
        }
        return value;
    }

    private JsonNode plain() throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object();
            case START_ARRAY -> array();
            case VALUE_NULL -> YAML.getNodeFactory().nullNode();
            default -> parser.readValueAsTree();
        };
    }

    private ArrayNode array() throws IOException {
        ArrayNode array = YAML.createArrayNode();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            array.add(value());
        }
        return array;
    }

    private ObjectNode object() throws IOException {
        ObjectNode own = YAML.createObjectNode();
        ObjectNode merged = YAML.createObjectNode();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            JsonNode value = value();
            if (name.equals(MERGE)) {
                merge(value, merged);
            } else {
                own.set(name, value);
            }
        }
        merged.properties().forEach(entry -> own.putIfAbsent(entry.getKey(), entry.getValue()));
        return own;
    }

    /** Of several maps the first that has a key gives it (YAML's type {@code merge}). */
    private static void merge(JsonNode value, ObjectNode merged) {
        if (value.isArray()) {
            value.forEach(each -> merge(each, merged));
        }
        value.properties().forEach(entry -> merged.putIfAbsent(entry.getKey(), entry.getValue()));
    }
}
