package org.fitmesh.remote.join;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import graphql.language.ArrayValue;
import graphql.language.BooleanValue;
import graphql.language.EnumValue;
import graphql.language.FloatValue;
import graphql.language.IntValue;
import graphql.language.NullValue;
import graphql.language.ObjectValue;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.language.VariableDefinition;
import graphql.language.VariableReference;
import java.util.Map;
import java.util.Optional;

/**
 * The JSON of a value in the query text, variables filled in.
 *
 * @param declared the operation's variables, for their defaults
 * @param given the client's variables, an object or null
 */
record LiteralJson(Map<String, VariableDefinition> declared, JsonNode given) {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** Empty for a variable that was not given and has no default. */
    Optional<JsonNode> of(Value<?> value) {
        if (value instanceof VariableReference reference) {
            return variable(reference.getName());
        }
        if (value instanceof ArrayValue list) {
            return Optional.of(list(list));
        }
        if (value instanceof ObjectValue object) {
            return Optional.of(object(object));
        }
        return Optional.of(scalar(value));
    }

    private Optional<JsonNode> variable(String name) {
        if (given != null && given.has(name)) {
            return Optional.of(given.get(name));
        }
        VariableDefinition definition = declared.get(name);
        return Optional.ofNullable(definition)
                .map(VariableDefinition::getDefaultValue)
                .flatMap(this::of);
    }

    private ArrayNode list(ArrayValue list) {
        ArrayNode array = NODES.arrayNode();
        // Specification, section 6.1.2: a missing variable in a list is null.
        list.getValues().forEach(element -> array.add(of(element).orElse(NODES.nullNode())));
        return array;
    }

    private ObjectNode object(ObjectValue object) {
        ObjectNode node = NODES.objectNode();
        object.getObjectFields()
                .forEach(
                        field -> of(field.getValue()).ifPresent(v -> node.set(field.getName(), v)));
        return node;
    }

    private static JsonNode scalar(Value<?> value) {
        if (value instanceof StringValue text) {
            return NODES.textNode(text.getValue());
        }
        if (value instanceof EnumValue name) {
            return NODES.textNode(name.getName());
        }
        if (value instanceof IntValue number) {
            return NODES.numberNode(number.getValue());
        }
        if (value instanceof FloatValue number) {
            return NODES.numberNode(number.getValue());
        }
        if (value instanceof BooleanValue truth) {
            return NODES.booleanNode(truth.isValue());
        }
        if (value instanceof NullValue) {
            return NODES.nullNode();
        }
        throw new IllegalStateException("no GraphQL literal: " + value.getClass());
    }
}
