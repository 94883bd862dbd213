package org.fitmesh.code.schema;

import io.smallrye.graphql.schema.model.Reference;
import io.smallrye.graphql.schema.model.ReferenceType;
import io.smallrye.graphql.schema.model.Schema;
import io.smallrye.graphql.schema.model.Type;
import java.util.List;

/** The objects that an interface or union may be. */
final class PossibleTypes {
    private PossibleTypes() {}

    static List<Type> of(Schema schema, Reference reference) {
        boolean isUnion = reference.getType() == ReferenceType.UNION;
        return schema.getTypes().values().stream()
                .filter(
                        type ->
                                (isUnion
                                        ? inUnion(type, reference)
                                        : implementing(type, reference)))
                .toList();
    }

    private static boolean inUnion(Type type, Reference union) {
        return type.getUnionMemberships().stream()
                .anyMatch(u -> u.getName().equals(union.getName()));
    }

    private static boolean implementing(Type type, Reference reference) {
        return type.getInterfaces().stream().anyMatch(i -> i.getName().equals(reference.getName()));
    }
}
