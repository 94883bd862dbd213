package org.fitmesh.graphql.type;

import java.util.Optional;

/**
 * One value of an enum.
 *
 * @param deprecation the reason, when the value is deprecated
 */
public record EnumValue(String name, Optional<String> description, Optional<String> deprecation) {}
