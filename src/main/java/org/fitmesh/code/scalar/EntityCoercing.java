package org.fitmesh.code.scalar;

import graphql.GraphQLContext;
import graphql.schema.Coercing;
import graphql.schema.CoercingSerializeException;
import graphql.schema.GraphQLScalarType;
import java.util.Locale;
import org.fitmesh.catalog.EntityKey;
import org.fitmesh.catalog.EntityKeys;
import org.fitmesh.code.EntityReference;

/** An entity as a leaf: its key. It is never an input. */
final class EntityCoercing implements Coercing<Object, Object> {
    private final String type;
    private final EntityKeys keys;

    private EntityCoercing(String type, EntityKeys keys) {
        this.type = type;
        this.keys = keys;
    }

    static GraphQLScalarType type(String name, EntityKey entity, EntityKeys keys) {
        return GraphQLScalarType.newScalar()
                .name(name)
                .coercing(new EntityCoercing(entity.type().getName(), keys))
                .build();
    }

    @Override
    public Object serialize(Object entity, GraphQLContext context, Locale locale) {
        try {
            return new EntityReference(type, keys.key(entity));
        } catch (IllegalArgumentException e) {
            throw new CoercingSerializeException(e.getMessage(), e);
        }
    }
}
