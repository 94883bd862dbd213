package org.fitmesh.remote.join;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** JSON of a relationship's argument, where the string {@code "$column"} stands for a value. */
final class ArgumentTemplate {
    private ArgumentTemplate() {}

    /** Does this text stand for a column? */
    static boolean isColumn(JsonNode template) {
        return template.isTextual()
                && template.textValue().length() > 1
                && template.textValue().startsWith("$");
    }

    static String column(JsonNode template) {
        return template.textValue().substring(1);
    }

    /** The columns that a template uses, in its order. */
    static Set<String> columns(JsonNode template) {
        Set<String> columns = new LinkedHashSet<>();
        if (isColumn(template)) {
            columns.add(column(template));
        }
        template.forEach(child -> columns.addAll(columns(child)));
        return columns;
    }

    /** The template with the values in place of the columns. */
    static JsonNode fill(JsonNode template, Map<String, JsonNode> values) {
        if (isColumn(template)) {
            return values.get(column(template));
        }
        if (template.isObject()) {
            ObjectNode filled = JsonNodeFactory.instance.objectNode();
            template.properties()
                    .forEach(entry -> filled.set(entry.getKey(), fill(entry.getValue(), values)));
            return filled;
        }
        if (template.isArray()) {
            ArrayNode filled = JsonNodeFactory.instance.arrayNode();
            template.forEach(element -> filled.add(fill(element, values)));
            return filled;
        }
        return template;
    }

    /** Both objects in one, all the way down; what the relationship fixes wins. */
    static JsonNode merge(JsonNode client, JsonNode fixed) {
        if (!client.isObject() || !fixed.isObject()) {
            return fixed;
        }
        ObjectNode merged = JsonNodeFactory.instance.objectNode();
        merged.setAll((ObjectNode) client);
        fixed.properties().forEach(entry -> merged.set(entry.getKey(), merged(client, entry)));
        return merged;
    }

    private static JsonNode merged(JsonNode client, Map.Entry<String, JsonNode> fixed) {
        JsonNode other = client.get(fixed.getKey());
        return other == null ? fixed.getValue() : merge(other, fixed.getValue());
    }
}
