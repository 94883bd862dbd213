package org.fitmesh.graphql.type;

import java.util.Map;
import java.util.Optional;

/**
 * A field of an object or interface (specification, section 3.6).
 *
 * @param arguments by name, in the order of the schema
 * @param deprecation the reason, when the field is deprecated
 * @param key what planning calls the field; its name, unless a naming convention spells that
 */
public record FieldDefinition(
        String name,
        Optional<String> description,
        Map<String, InputValue> arguments,
        TypeReference type,
        Optional<String> deprecation,
        String key) {

    /** A field that is called by its name. */
    public FieldDefinition(
            String name,
            Optional<String> description,
            Map<String, InputValue> arguments,
            TypeReference type,
            Optional<String> deprecation) {
        this(name, description, arguments, type, deprecation, name);
    }

    /** A field without arguments and description. */
    public static FieldDefinition of(String name, TypeReference type) {
        return new FieldDefinition(name, Optional.empty(), Map.of(), type, Optional.empty());
    }

    /** The same field with a description, which introspection tells. */
    public FieldDefinition describedAs(String text) {
        return describedAs(Optional.of(text));
    }

    /** The same field with this description or none. */
    public FieldDefinition describedAs(Optional<String> text) {
        return new FieldDefinition(name, text, arguments, type, deprecation, key);
    }

    /** The same field with these arguments, in place of those before. */
    public FieldDefinition withArguments(Map<String, InputValue> newArguments) {
        return new FieldDefinition(name, description, newArguments, type, deprecation, key);
    }

    /** The same field, called differently by planning. */
    public FieldDefinition calledBy(String newKey) {
        return new FieldDefinition(name, description, arguments, type, deprecation, newKey);
    }
}
