package org.fitmesh.schema.code;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fitmesh.code.CodeModel;
import org.fitmesh.graphql.type.FieldDefinition;
import org.fitmesh.graphql.type.InterfaceType;
import org.fitmesh.graphql.type.NamedType;
import org.fitmesh.graphql.type.ObjectType;
import org.fitmesh.graphql.type.TypeReference;
import org.fitmesh.graphql.type.UnionType;

/**
 * The types of the code without the fields that lead to tables the role may not read, and without
 * the types that have no field left.
 *
 * @param types by name, the entities not among them
 * @param entities class of an entity to the name of its table's type
 */
record ReachableTypes(Map<String, NamedType> types, Map<String, String> entities) {

    static ReachableTypes of(CodeModel model, Map<String, String> entities) {
        Map<String, NamedType> types = new LinkedHashMap<>(model.types());
        types.keySet().removeAll(model.entities().keySet());
        ReachableTypes reachable = new ReachableTypes(types, entities);
        int before;
        // A type that goes takes the fields along that lead to it.
        do {
            before = types.size();
            types.replaceAll((name, type) -> reachable.cut(type));
            types.values().removeIf(ReachableTypes::isEmpty);
        } while (types.size() < before);
        types.replaceAll((name, type) -> reachable.renamed(type));
        return reachable;
    }

    boolean allows(TypeReference type) {
        return types.containsKey(type.baseName()) || entities.containsKey(type.baseName());
    }

    /** The same field with the table's type in place of an entity's. */
    FieldDefinition renamed(FieldDefinition field) {
        return new FieldDefinition(
                field.name(),
                field.description(),
                field.arguments(),
                renamed(field.type()),
                field.deprecation());
    }

    private TypeReference renamed(TypeReference type) {
        if (type instanceof TypeReference.NonNull nonNull) {
            return new TypeReference.NonNull(renamed(nonNull.nullable()));
        }
        if (type instanceof TypeReference.ListOf list) {
            return new TypeReference.ListOf(renamed(list.element()));
        }
        String name = type.baseName();
        return TypeReference.named(entities.getOrDefault(name, name));
    }

    private NamedType cut(NamedType type) {
        if (type instanceof ObjectType object) {
            return new ObjectType(
                    object.name(),
                    object.description(),
                    cut(object.fields()),
                    known(object.interfaces()));
        }
        if (type instanceof InterfaceType shared) {
            return new InterfaceType(
                    shared.name(),
                    shared.description(),
                    cut(shared.fields()),
                    known(shared.possibleTypes()));
        }
        if (type instanceof UnionType union) {
            return new UnionType(union.name(), union.description(), known(union.possibleTypes()));
        }
        return type;
    }

    private Map<String, FieldDefinition> cut(Map<String, FieldDefinition> fields) {
        Map<String, FieldDefinition> kept = new LinkedHashMap<>(fields);
        kept.values().removeIf(field -> !allows(field.type()));
        return kept;
    }

    private Set<String> known(Set<String> names) {
        Set<String> kept = new LinkedHashSet<>(names);
        kept.retainAll(types.keySet());
        return kept;
    }

    private static boolean isEmpty(NamedType type) {
        Optional<Boolean> empty = Optional.empty();
        if (type instanceof ObjectType object) {
            empty = Optional.of(object.fields().isEmpty());
        } else if (type instanceof InterfaceType shared) {
            empty = Optional.of(shared.fields().isEmpty());
        } else if (type instanceof UnionType union) {
            empty = Optional.of(union.possibleTypes().isEmpty());
        }
        return empty.orElse(false);
    }

    private NamedType renamed(NamedType type) {
        if (type instanceof ObjectType object) {
            return new ObjectType(
                    object.name(),
                    object.description(),
                    renamed(object.fields()),
                    object.interfaces());
        }
        if (type instanceof InterfaceType shared) {
            return new InterfaceType(
                    shared.name(),
                    shared.description(),
                    renamed(shared.fields()),
                    shared.possibleTypes());
        }
        return type;
    }

    private Map<String, FieldDefinition> renamed(Map<String, FieldDefinition> fields) {
        Map<String, FieldDefinition> renamed = new LinkedHashMap<>();
        fields.forEach((name, field) -> renamed.put(name, renamed(field)));
        return renamed;
    }
}
