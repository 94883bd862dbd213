package org.fitmesh.remote;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.fitmesh.graphql.type.EnumType;
import org.fitmesh.graphql.type.EnumValue;
import org.fitmesh.graphql.type.FieldDefinition;
import org.fitmesh.graphql.type.InputObjectType;
import org.fitmesh.graphql.type.InputValue;
import org.fitmesh.graphql.type.InterfaceType;
import org.fitmesh.graphql.type.NamedType;
import org.fitmesh.graphql.type.ObjectType;
import org.fitmesh.graphql.type.ScalarType;
import org.fitmesh.graphql.type.TypeReference;
import org.fitmesh.graphql.type.TypeSystem;
import org.fitmesh.graphql.type.UnionType;

/**
 * {@code __schema} as JSON → {@link TypeSystem}. The introspection types themselves are left out.
 */
final class IntrospectionReader {
    private static final String INTROSPECTION = "__";

    /** The result does not have the form that the specification gives it. */
    static final class UnexpectedShapeException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        UnexpectedShapeException(String message) {
            super(message, null, false, false);
        }
    }

    /**
     * @throws UnexpectedShapeException naming the place
     */
    TypeSystem read(JsonNode schema) {
        Map<String, NamedType> types = named("types", schema.path("types"), this::type);
        types.keySet().removeIf(name -> name.startsWith(INTROSPECTION));
        TypeSystem system =
                new TypeSystem(
                        types,
                        root(schema, "queryType")
                                .orElseThrow(() -> unexpected("queryType is missing")),
                        root(schema, "mutationType"),
                        root(schema, "subscriptionType"));
        IntrospectionReferences.check(system);
        return system;
    }

    private static Optional<String> root(JsonNode schema, String key) {
        return text(schema.path(key).path("name"));
    }

    private NamedType type(JsonNode json) {
        String name = name("a type", json);
        Optional<String> description = text(json.path("description"));
        String kind = json.path("kind").asText();
        return switch (kind) {
            case "SCALAR" -> new ScalarType(name, description);
            case "ENUM" -> new EnumType(name, description, enumValues(name, json));
            case "INPUT_OBJECT" ->
                    new InputObjectType(name, description, inputs(name, json.path("inputFields")));
            case "OBJECT" ->
                    new ObjectType(
                            name,
                            description,
                            fields(name, json),
                            names(name, json.path("interfaces")));
            case "INTERFACE" ->
                    new InterfaceType(
                            name,
                            description,
                            fields(name, json),
                            names(name, json.path("possibleTypes")));
            case "UNION" ->
                    new UnionType(name, description, names(name, json.path("possibleTypes")));
            default -> throw unexpected("type " + name + " has the kind \"" + kind + "\"");
        };
    }

    private static Map<String, EnumValue> enumValues(String type, JsonNode json) {
        return named(
                type + ".enumValues",
                json.path("enumValues"),
                value ->
                        new EnumValue(
                                name(type, value),
                                text(value.path("description")),
                                deprecation(value)));
    }

    private static Map<String, FieldDefinition> fields(String type, JsonNode json) {
        return named(type + ".fields", json.path("fields"), field -> field(type, field));
    }

    private static FieldDefinition field(String type, JsonNode json) {
        String name = name("a field of " + type, json);
        String place = type + "." + name;
        return new FieldDefinition(
                name,
                text(json.path("description")),
                inputs(place, json.path("args")),
                reference(place, json.path("type")),
                deprecation(json));
    }

    private static Map<String, InputValue> inputs(String owner, JsonNode list) {
        return named(owner, list, json -> input(owner, json));
    }

    private static InputValue input(String owner, JsonNode json) {
        String name = name("an input of " + owner, json);
        return new InputValue(
                name,
                text(json.path("description")),
                reference(owner + "." + name, json.path("type")),
                text(json.path("defaultValue")));
    }

    private static TypeReference reference(String place, JsonNode json) {
        String kind = json.path("kind").asText();
        if (kind.equals("NON_NULL")) {
            return new TypeReference.NonNull(
                    reference(place, json.path("ofType")).withoutNonNull());
        }
        if (kind.equals("LIST")) {
            return new TypeReference.ListOf(reference(place, json.path("ofType")));
        }
        return TypeReference.named(name("the type of " + place, json));
    }

    private static Set<String> names(String owner, JsonNode list) {
        // Servers of 2016 leave "interfaces" of an interface null; so may others.
        Set<String> names = new LinkedHashSet<>();
        list.forEach(json -> names.add(name("a type of " + owner, json)));
        return names;
    }

    private static <T> Map<String, T> named(
            String place, JsonNode list, Function<JsonNode, T> read) {
        if (!list.isArray()) {
            throw unexpected(place + " is not a list");
        }
        Map<String, T> result = new LinkedHashMap<>();
        list.forEach(json -> result.put(name(place, json), read.apply(json)));
        return result;
    }

    private static Optional<String> deprecation(JsonNode json) {
        if (!json.path("isDeprecated").asBoolean()) {
            return Optional.empty();
        }
        return Optional.of(text(json.path("deprecationReason")).orElse("No longer supported"));
    }

    private static String name(String place, JsonNode json) {
        return text(json.path("name")).orElseThrow(() -> unexpected(place + " has no name"));
    }

    private static Optional<String> text(JsonNode json) {
        return json.isTextual() ? Optional.of(json.textValue()) : Optional.empty();
    }

    private static UnexpectedShapeException unexpected(String message) {
        return new UnexpectedShapeException(message);
    }
}
