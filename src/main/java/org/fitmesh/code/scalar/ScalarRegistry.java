package org.fitmesh.code.scalar;

import graphql.schema.GraphQLScalarType;
import io.smallrye.graphql.scalar.GraphQLScalarTypes;
import io.smallrye.graphql.schema.model.Scalars;
import java.util.Optional;
import org.fitmesh.catalog.EntityKey;
import org.fitmesh.catalog.EntityKeys;

/**
 * Teaches SmallRye our scalars. Its registries are static: those of the WAR's own copy of it, so
 * that applications on one server do not meet.
 */
public final class ScalarRegistry {
    private static final String ENTITY = "entity_";

    private ScalarRegistry() {}

    /** Before SmallRye reads any class. */
    public static void registerTableScalars() {
        for (TableScalar scalar : TableScalar.values()) {
            GraphQLScalarType type = ScalarCoercing.type(scalar);
            for (Class<?> javaClass : scalar.classes()) {
                Scalars.registerCustomScalarInSchema(scalar.graphqlName(), javaClass.getName());
                GraphQLScalarTypes.registerCustomScalar(
                        scalar.graphqlName(), javaClass.getName(), type);
            }
        }
    }

    /** Before SmallRye builds the schema. */
    public static void registerEntity(EntityKey entity, EntityKeys keys) {
        String name = nameOf(entity);
        GraphQLScalarTypes.registerCustomScalar(
                name, entity.type().getName(), EntityCoercing.type(name, entity, keys));
    }

    /** The name of an entity's scalar inside SmallRye's schema, where no dots may be. */
    public static String nameOf(EntityKey entity) {
        return ENTITY + entity.type().getName().replaceAll("[^0-9A-Za-z_]", "_");
    }

    /** The scalar of a Java class, if it is one of ours. */
    public static Optional<TableScalar> find(String className) {
        for (TableScalar scalar : TableScalar.values()) {
            if (scalar.classes().stream().anyMatch(c -> c.getName().equals(className))) {
                return Optional.of(scalar);
            }
        }
        return Optional.empty();
    }
}
