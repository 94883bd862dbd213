package org.fitmesh.schema.type;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.fitmesh.graphql.type.EnumType;
import org.fitmesh.graphql.type.FieldDefinition;
import org.fitmesh.graphql.type.InputObjectType;
import org.fitmesh.graphql.type.InputValue;
import org.fitmesh.graphql.type.NamedType;
import org.fitmesh.graphql.type.ObjectType;
import org.fitmesh.graphql.type.ScalarType;
import org.fitmesh.graphql.type.TypeReference;
import org.fitmesh.metadata.SourceCustomization;

/**
 * Gives the types and root fields of tables the names that the source's customization wants. As in
 * Hasura scalars, their comparisons and the directions of an order keep theirs.
 *
 * @param collected the types by the names that they have without it
 */
record CustomizedNames(SourceCustomization names, TypeCollector collected) {

    Map<String, NamedType> renamedTypes() {
        Map<String, NamedType> renamed = new LinkedHashMap<>();
        collected
                .types()
                .values()
                .forEach(
                        type -> {
                            NamedType other = renamed(type);
                            renamed.put(other.name(), other);
                        });
        return renamed;
    }

    /**
     * The root fields with the names that they have in the end.
     *
     * @param roots by those names
     */
    Map<String, RootField> renamedRoots(Map<String, RootField> roots) {
        Map<String, RootField> renamed = new LinkedHashMap<>();
        roots.forEach(
                (name, root) -> {
                    FieldDefinition field = renamed(root.definition(), name).calledBy(name);
                    renamed.put(
                            name, new RootField(root.kind(), root.table(), field, root.function()));
                });
        return renamed;
    }

    /** The name of a type. */
    String typeName(String name) {
        NamedType type = collected.types().get(name);
        return type == null ? name : typeName(names, type, collected.collected());
    }

    /** The name of one of these types with the customization. */
    static String typeName(SourceCustomization names, NamedType type, CollectedTypes types) {
        if (type instanceof ScalarType || types.shared().contains(type.name())) {
            return type.name();
        }
        String compared = types.comparisonsOfEnums().get(type.name());
        return compared == null
                ? names.typeName(type.name())
                : names.naming().type(names.typeName(compared) + "_comparison_exp");
    }

    private NamedType renamed(NamedType type) {
        String name = typeName(type.name());
        if (type instanceof ObjectType object) {
            return new ObjectType(
                    name,
                    object.description(),
                    each(object.fields(), field -> renamed(field, field.name())),
                    object.interfaces());
        }
        if (type instanceof InputObjectType input) {
            return new InputObjectType(
                    name, input.description(), each(input.fields(), this::renamed));
        }
        return type instanceof EnumType choice
                ? new EnumType(name, choice.description(), choice.values())
                : type;
    }

    private FieldDefinition renamed(FieldDefinition field, String name) {
        return new FieldDefinition(
                name,
                field.description(),
                each(field.arguments(), this::renamed),
                renamed(field.type()),
                field.deprecation(),
                field.key());
    }

    private InputValue renamed(InputValue input) {
        return new InputValue(
                input.name(),
                input.description(),
                renamed(input.type()),
                input.defaultValue(),
                input.rule(),
                input.refusesNull(),
                input.key());
    }

    private TypeReference renamed(TypeReference reference) {
        if (reference instanceof TypeReference.NonNull nonNull) {
            return new TypeReference.NonNull(renamed(nonNull.nullable()));
        }
        return reference instanceof TypeReference.ListOf list
                ? new TypeReference.ListOf(renamed(list.element()))
                : TypeReference.named(typeName(reference.baseName()));
    }

    private static <T> Map<String, T> each(Map<String, T> values, UnaryOperator<T> change) {
        Map<String, T> changed = new LinkedHashMap<>();
        values.forEach((name, value) -> changed.put(name, change.apply(value)));
        return changed;
    }
}
