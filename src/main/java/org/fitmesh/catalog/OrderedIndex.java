package org.fitmesh.catalog;

import java.util.List;

/**
 * An index over all rows of a table that gives them in PostgreSQL's own order: a B-tree that is not
 * partial.
 *
 * @param columns its columns in order, up to the first that is an expression or sorts in another
 *     way than the column itself; at least one
 */
public record OrderedIndex(List<String> columns) {}
