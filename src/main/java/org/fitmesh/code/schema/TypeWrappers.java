package org.fitmesh.code.schema;

import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import java.util.function.Function;
import org.fitmesh.graphql.type.TypeReference;

/** Lists and non-nulls around the name of a type. */
final class TypeWrappers {
    private TypeWrappers() {}

    static String name(GraphQLType type) {
        return ((GraphQLNamedType) GraphQLTypeUtil.unwrapAll(type)).getName();
    }

    static TypeReference of(GraphQLType type, Function<String, TypeReference> named) {
        if (type instanceof GraphQLNonNull nonNull) {
            return new TypeReference.NonNull(of(nonNull.getWrappedType(), named));
        }
        return type instanceof GraphQLList list
                ? new TypeReference.ListOf(of(list.getWrappedType(), named))
                : named.apply(((GraphQLNamedType) type).getName());
    }

    /**
     * Rows that a role may not see are missing: the elements of a list are there or are not
     * elements. A single entity that the method promises must be seen, or the request fails.
     */
    static TypeReference ofEntity(GraphQLType type, TypeReference entity) {
        TypeReference plain = of(type, name -> entity);
        boolean isList = plain.withoutNonNull() instanceof TypeReference.ListOf;
        return isList ? withElements(plain) : plain;
    }

    private static TypeReference withElements(TypeReference type) {
        if (type instanceof TypeReference.NonNull nonNull
                && nonNull.nullable() instanceof TypeReference.ListOf list) {
            return new TypeReference.NonNull(withElements(list));
        }
        if (type instanceof TypeReference.ListOf list) {
            return new TypeReference.ListOf(withElements(list.element()));
        }
        return new TypeReference.NonNull(type.withoutNonNull());
    }
}
