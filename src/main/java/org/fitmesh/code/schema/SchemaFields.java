package org.fitmesh.code.schema;

import io.smallrye.graphql.schema.model.Field;
import io.smallrye.graphql.schema.model.Operation;
import io.smallrye.graphql.schema.model.Reference;
import io.smallrye.graphql.schema.model.Schema;
import io.smallrye.graphql.schema.model.Type;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** Walks through SmallRye's model. */
final class SchemaFields {
    private SchemaFields() {}

    /** All operations with their arguments, all fields of objects, interfaces and inputs. */
    static Stream<Field> all(Schema schema) {
        Stream<Field> inputs =
                schema.getInputs().values().stream().flatMap(i -> i.getFields().values().stream());
        return Stream.of(
                        withArguments(schema.getQueries()),
                        withArguments(schema.getMutations()),
                        objects(schema).flatMap(SchemaFields::of),
                        inputs)
                .flatMap(s -> s);
    }

    /** Objects and interfaces. */
    static Stream<Type> objects(Schema schema) {
        return Stream.concat(
                schema.getTypes().values().stream(), schema.getInterfaces().values().stream());
    }

    private static Stream<Field> of(Type type) {
        return Stream.of(
                        type.getFields().values().stream(),
                        withArguments(type.getOperations().values()),
                        withArguments(type.getBatchOperations().values()))
                .flatMap(s -> s);
    }

    /** The operations that {@code @Source} methods add to a type. */
    static List<Operation> sources(Type type) {
        return Stream.concat(
                        type.getOperations().values().stream(),
                        type.getBatchOperations().values().stream())
                .toList();
    }

    /**
     * What stands in GraphQL's schema for a field: what an adapter makes of it, or its own type.
     */
    static Reference shown(Field field) {
        Reference own = field.getReference();
        if (own.isAdaptingWith()) {
            return own.getAdaptWith().getToReference();
        }
        if (field.isAdaptingWith()) {
            return field.getAdaptWith().getToReference();
        }
        if (own.isAdaptingTo()) {
            return own.getAdaptTo().getReference();
        }
        return field.isAdaptingTo() ? field.getAdaptTo().getReference() : own;
    }

    private static Stream<Field> withArguments(Collection<Operation> operations) {
        return operations.stream()
                .flatMap(
                        operation ->
                                Stream.concat(
                                        Stream.of(operation), operation.getArguments().stream()));
    }
}
