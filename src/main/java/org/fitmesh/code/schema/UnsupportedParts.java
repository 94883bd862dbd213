package org.fitmesh.code.schema;

import io.smallrye.graphql.schema.model.DirectiveInstance;
import io.smallrye.graphql.schema.model.DirectiveType;
import io.smallrye.graphql.schema.model.Field;
import io.smallrye.graphql.schema.model.Operation;
import io.smallrye.graphql.schema.model.Schema;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;

/** Takes out what of MicroProfile GraphQL and SmallRye has no place here. */
final class UnsupportedParts {
    private static final String DEPRECATED = "deprecated";

    private UnsupportedParts() {}

    static void remove(Draft draft) {
        Schema schema = draft.schema();
        for (Operation subscription : schema.getSubscriptions()) {
            draft.report(subscription, "subscriptions of Java code are not supported");
        }
        schema.setSubscriptions(new HashSet<>());
        List<Operation> named = new ArrayList<>(schema.getAllNamespacedQueryOperations());
        named.addAll(schema.getAllNamespacedMutationOperations());
        for (Operation operation : named) {
            draft.report(
                    operation,
                    "its class has @Name or @Namespace, which is not supported; name the method"
                            + " instead");
        }
        schema.setNamespacedQueries(new HashMap<>());
        schema.setNamespacedMutations(new HashMap<>());
        schema.setResolvers(new HashSet<>());
        directives(schema);
    }

    /** They are not told to clients, and each may fail; but for @deprecated. */
    private static void directives(Schema schema) {
        schema.setDirectiveTypes(
                new ArrayList<>(
                        schema.getDirectiveTypes().stream()
                                .filter(UnsupportedParts::isKept)
                                .toList()));
        schema.setDirectiveInstances(new ArrayList<>());
        SchemaFields.all(schema).forEach(UnsupportedParts::directives);
        SchemaFields.objects(schema).forEach(type -> type.setDirectiveInstances(List.of()));
        schema.getInputs().values().forEach(input -> input.setDirectiveInstances(List.of()));
        schema.getUnions().values().forEach(union -> union.setDirectiveInstances(List.of()));
        schema.getEnums().values().forEach(type -> type.setDirectiveInstances(List.of()));
        schema.getEnums().values().stream()
                .flatMap(type -> type.getValues().stream())
                .filter(value -> value.getDirectiveInstances() != null)
                .forEach(value -> value.setDirectiveInstances(kept(value.getDirectiveInstances())));
    }

    private static void directives(Field field) {
        if (field.getDirectiveInstances() != null) {
            field.setDirectiveInstances(kept(field.getDirectiveInstances()));
        }
    }

    private static List<DirectiveInstance> kept(List<DirectiveInstance> directives) {
        return new ArrayList<>(directives.stream().filter(d -> isKept(d.getType())).toList());
    }

    private static boolean isKept(DirectiveType type) {
        return type != null && DEPRECATED.equals(type.getName());
    }
}
