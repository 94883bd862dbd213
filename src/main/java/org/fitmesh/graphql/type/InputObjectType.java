package org.fitmesh.graphql.type;

import java.util.Map;
import java.util.Optional;

/**
 * An input object (specification, section 3.10).
 *
 * @param fields by name, in the order of the schema
 */
public record InputObjectType(
        String name, Optional<String> description, Map<String, InputValue> fields)
        implements NamedType {}
