package org.fitmesh.graphql.type;

import java.util.Optional;
import java.util.Set;

/**
 * A union (specification, section 3.8).
 *
 * @param possibleTypes names of its objects
 */
public record UnionType(String name, Optional<String> description, Set<String> possibleTypes)
        implements NamedType {}
