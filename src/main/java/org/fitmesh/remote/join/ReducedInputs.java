package org.fitmesh.remote.join;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fitmesh.graphql.type.InputObjectType;
import org.fitmesh.graphql.type.InputValue;
import org.fitmesh.graphql.type.TypeReference;
import org.fitmesh.graphql.type.TypeSystem;

/**
 * What a relationship leaves of the remote's input objects: types of their own without the fields
 * that it gives, named as Hasura names them. All that is left may be left out too.
 */
final class ReducedInputs {
    private final TypeSystem types;
    private final String suffix;
    private final Map<String, InputObjectType> made = new LinkedHashMap<>();

    /**
     * @param table as the relationship's owner is written: {@code table}, {@code schema.table}
     */
    ReducedInputs(TypeSystem types, String table, String relationship) {
        this.types = types;
        this.suffix = "_remote_rel_" + table.replaceAll("[^_0-9A-Za-z]", "_") + relationship;
    }

    /** The types that {@link #remaining} has made so far. */
    List<InputObjectType> made() {
        return List.copyOf(made.values());
    }

    /**
     * What the client may still give.
     *
     * @param given what the relationship gives; null: nothing
     * @return empty when nothing is left
     */
    Optional<InputValue> remaining(InputValue value, JsonNode given) {
        if (given == null) {
            return Optional.of(value);
        }
        if (!given.isObject()
                || !(types.get(value.type().baseName()) instanceof InputObjectType whole)) {
            return Optional.empty();
        }
        Map<String, InputValue> fields = new LinkedHashMap<>();
        whole.fields()
                .forEach(
                        (name, field) ->
                                remaining(field, given.get(name))
                                        .ifPresent(rest -> fields.put(name, rest)));
        if (fields.isEmpty()) {
            return Optional.empty();
        }
        String name = whole.name() + suffix;
        made.put(name, new InputObjectType(name, whole.description(), fields));
        TypeReference type = renamed(value.type().withoutNonNull());
        return Optional.of(
                new InputValue(value.name(), value.description(), type, Optional.empty()));
    }

    private TypeReference renamed(TypeReference type) {
        if (type instanceof TypeReference.NonNull nonNull) {
            return new TypeReference.NonNull(renamed(nonNull.nullable()));
        }
        return type instanceof TypeReference.ListOf list
                ? new TypeReference.ListOf(renamed(list.element()))
                : TypeReference.named(type.baseName() + suffix);
    }
}
