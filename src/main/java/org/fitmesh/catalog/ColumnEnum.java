package org.fitmesh.catalog;

import java.util.Map;
import java.util.Optional;

/**
 * The GraphQL enum of a column that refers to an enum table.
 *
 * @param name of the type
 * @param values name to comment, in order
 */
public record ColumnEnum(String name, Map<String, Optional<String>> values) {}
