package org.fitmesh.graphql.operation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Gives a request's values for the sources that an operation names.
 *
 * @param variables as the request gives them
 */
public record VariableValues(ObjectNode variables) {

    /**
     * The value of a source; null where a variable, or what the path names in it, does not exist.
     */
    public JsonNode resolve(ValueSource source) {
        if (source instanceof ValueSource.Constant constant) {
            return constant.value();
        }
        if (source instanceof ValueSource.Variable variable) {
            return variable(variable);
        }
        if (source instanceof ValueSource.ListOf list) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode(list.elements().size());
            list.elements().forEach(element -> array.add(resolve(element)));
            return array;
        }
        if (source instanceof ValueSource.ObjectOf object) {
            ObjectNode node = JsonNodeFactory.instance.objectNode();
            object.fields().forEach((name, field) -> node.set(name, resolve(field)));
            return node;
        }
        throw new IllegalStateException("unknown source: " + source);
    }

    private JsonNode variable(ValueSource.Variable variable) {
        JsonNode node = variables.path(variable.name());
        for (String key : variable.path()) {
            node = node.isArray() ? node.path(Integer.parseInt(key)) : node.path(key);
        }
        return node.isMissingNode() ? JsonNodeFactory.instance.nullNode() : node;
    }
}
