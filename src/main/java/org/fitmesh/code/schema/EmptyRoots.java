package org.fitmesh.code.schema;

import io.smallrye.graphql.schema.model.Schema;
import io.smallrye.graphql.schema.model.Type;

/** Takes out the queries for entities whose {@code @Source} methods are all left out. */
final class EmptyRoots {
    private EmptyRoots() {}

    static void remove(Schema schema) {
        schema.getQueries()
                .removeIf(
                        query ->
                                EntityRoots.isClassOf(query)
                                        && isEmpty(
                                                schema.getTypes()
                                                        .get(query.getReference().getName())));
    }

    private static boolean isEmpty(Type type) {
        return type == null || SchemaFields.sources(type).isEmpty();
    }
}
