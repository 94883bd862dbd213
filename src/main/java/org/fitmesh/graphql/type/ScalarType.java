package org.fitmesh.graphql.type;

import java.util.Optional;

/** A leaf whose values the server writes and parses (specification, section 3.5). */
public record ScalarType(String name, Optional<String> description) implements NamedType {}
