package org.fitmesh.graphql.type;

import java.util.Map;
import java.util.Optional;

/**
 * An enum (specification, section 3.9).
 *
 * @param values by name, in the order of the schema
 */
public record EnumType(String name, Optional<String> description, Map<String, EnumValue> values)
        implements NamedType {}
