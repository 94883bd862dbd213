package org.fitmesh.graphql.operation;

import java.util.List;

/**
 * Fields that are selected only when the object is of one type. Occurs only below a union or an
 * interface: fragments on an object type are merged into its fields.
 */
public record TypedSelection(String typeCondition, List<Selection> selections)
        implements Selection {}
