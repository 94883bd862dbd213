package org.fitmesh.graphql.type;

import java.util.Map;
import java.util.Optional;

/**
 * All types of one schema. Every name that a type refers to is a key of {@code types}, the built-in
 * scalars included.
 *
 * @param types by name, in the order in which introspection lists them
 * @param queryType name of the query root
 * @param mutationType name of the mutation root, when there is one
 * @param subscriptionType name of the subscription root, when there is one
 */
public record TypeSystem(
        Map<String, NamedType> types,
        String queryType,
        Optional<String> mutationType,
        Optional<String> subscriptionType) {

    /** The type of that name. */
    public Optional<NamedType> find(String name) {
        return Optional.ofNullable(types.get(name));
    }

    /**
     * The type of that name, known to exist.
     *
     * @throws IllegalStateException when it does not: a defect of the one who built the schema
     */
    public NamedType get(String name) {
        NamedType type = types.get(name);
        if (type == null) {
            throw new IllegalStateException("the schema refers to a type it lacks: " + name);
        }
        return type;
    }
}
