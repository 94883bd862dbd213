package org.fitmesh.graphql.type;

import java.util.Optional;

/**
 * An argument or the field of an input object (specification, section 3.6.1).
 *
 * @param defaultValue a GraphQL literal as text
 */
public record InputValue(
        String name,
        Optional<String> description,
        TypeReference type,
        Optional<String> defaultValue) {

    public static InputValue of(String name, TypeReference type) {
        return new InputValue(name, Optional.empty(), type, Optional.empty());
    }

    public InputValue describedAs(String text) {
        return new InputValue(name, Optional.of(text), type, defaultValue);
    }

    /** Must the client give a value? (specification, section 5.4.2.1). */
    public boolean isRequired() {
        return type.isNonNull() && defaultValue.isEmpty();
    }
}
