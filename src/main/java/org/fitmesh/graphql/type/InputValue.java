package org.fitmesh.graphql.type;

import java.util.Optional;

/**
 * An argument or the field of an input object (specification, section 3.6.1).
 *
 * @param defaultValue a GraphQL literal as text
 * @param rule what this place accepts beyond its type
 * @param refusesNull whether it may be left away, but not be null. GraphQL's types cannot say so;
 *     Hasura's conditions are so.
 * @param key what planning calls the input; its name, unless a naming convention spells that
 */
public record InputValue(
        String name,
        Optional<String> description,
        TypeReference type,
        Optional<String> defaultValue,
        InputRule rule,
        boolean refusesNull,
        String key) {

    /** An input that accepts what the specification says of its type. */
    public InputValue(
            String name,
            Optional<String> description,
            TypeReference type,
            Optional<String> defaultValue) {
        this(name, description, type, defaultValue, InputRule.SPECIFICATION, false, name);
    }

    /** An input without description and default value. */
    public static InputValue of(String name, TypeReference type) {
        return new InputValue(name, Optional.empty(), type, Optional.empty());
    }

    /** The same input with a description, which introspection tells. */
    public InputValue describedAs(String text) {
        return describedAs(Optional.of(text));
    }

    /** The same input with this description or none. */
    public InputValue describedAs(Optional<String> text) {
        return new InputValue(name, text, type, defaultValue, rule, refusesNull, key);
    }

    /** The same place, which accepts something else. */
    public InputValue accepting(InputRule rule) {
        return new InputValue(name, description, type, defaultValue, rule, refusesNull, key);
    }

    /** The same input, which may be left away but not be null. */
    public InputValue refusingNull() {
        return new InputValue(name, description, type, defaultValue, rule, true, key);
    }

    /** The same input, called differently by planning. */
    public InputValue calledBy(String newKey) {
        return new InputValue(name, description, type, defaultValue, rule, refusesNull, newKey);
    }

    /** Must the client give a value? (specification, section 5.4.2.1). */
    public boolean isRequired() {
        return type.isNonNull() && defaultValue.isEmpty();
    }
}
