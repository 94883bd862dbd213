package org.fitmesh.graphql.type;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An interface (specification, section 3.7).
 *
 * @param fields by name, in the order of the schema
 * @param possibleTypes names of the objects that implement it
 */
public record InterfaceType(
        String name,
        Optional<String> description,
        Map<String, FieldDefinition> fields,
        Set<String> possibleTypes)
        implements NamedType {}
