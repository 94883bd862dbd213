package org.fitmesh.graphql.type;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An object (specification, section 3.6).
 *
 * @param fields by name, in the order of the schema, {@code __typename} not among them
 * @param interfaces names of the interfaces that it implements
 */
public record ObjectType(
        String name,
        Optional<String> description,
        Map<String, FieldDefinition> fields,
        Set<String> interfaces)
        implements NamedType {}
