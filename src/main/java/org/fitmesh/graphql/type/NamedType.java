package org.fitmesh.graphql.type;

import java.util.Optional;

/** A type of the schema that has a name (GraphQL specification, section 3.4). */
public sealed interface NamedType
        permits ScalarType, EnumType, InputObjectType, ObjectType, InterfaceType, UnionType {
    String name();

    Optional<String> description();
}
