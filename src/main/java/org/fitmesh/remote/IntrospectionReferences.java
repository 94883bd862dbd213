package org.fitmesh.remote;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.fitmesh.graphql.type.FieldDefinition;
import org.fitmesh.graphql.type.InputObjectType;
import org.fitmesh.graphql.type.InputValue;
import org.fitmesh.graphql.type.InterfaceType;
import org.fitmesh.graphql.type.NamedType;
import org.fitmesh.graphql.type.ObjectType;
import org.fitmesh.graphql.type.TypeSystem;
import org.fitmesh.graphql.type.UnionType;

/** Every name that a type refers to must be a type of the same schema. */
final class IntrospectionReferences {
    private IntrospectionReferences() {}

    /**
     * @throws IntrospectionReader.UnexpectedShapeException naming the type that is missing
     */
    static void check(TypeSystem system) {
        Stream<String> roots =
                Stream.of(
                                Optional.of(system.queryType()),
                                system.mutationType(),
                                system.subscriptionType())
                        .flatMap(Optional::stream);
        roots.forEach(name -> requireObject(system, name));
        system.types().values().forEach(type -> checkType(system, type));
    }

    /** The names that a type refers to, itself not among them. */
    static Stream<String> of(NamedType type) {
        if (type instanceof ObjectType object) {
            return Stream.concat(ofFields(object.fields().values()), object.interfaces().stream());
        }
        if (type instanceof InterfaceType shared) {
            return Stream.concat(
                    ofFields(shared.fields().values()), shared.possibleTypes().stream());
        }
        if (type instanceof InputObjectType input) {
            return ofInputs(input.fields().values());
        }
        return type instanceof UnionType union ? union.possibleTypes().stream() : Stream.empty();
    }

    private static void checkType(TypeSystem system, NamedType type) {
        List<String> missing =
                of(type).filter(name -> system.find(name).isEmpty()).distinct().toList();
        if (!missing.isEmpty()) {
            throw new IntrospectionReader.UnexpectedShapeException(
                    type.name()
                            + " refers to "
                            + missing.get(0)
                            + ", which is not among the types");
        }
    }

    private static void requireObject(TypeSystem system, String name) {
        if (!(system.types().get(name) instanceof ObjectType)) {
            throw new IntrospectionReader.UnexpectedShapeException(
                    "the root type " + name + " is not an object among the types");
        }
    }

    private static Stream<String> ofFields(Collection<FieldDefinition> fields) {
        return fields.stream()
                .flatMap(
                        field ->
                                Stream.concat(
                                        Stream.of(field.type().baseName()),
                                        ofInputs(field.arguments().values())));
    }

    private static Stream<String> ofInputs(Collection<InputValue> inputs) {
        return inputs.stream().map(input -> input.type().baseName());
    }
}
