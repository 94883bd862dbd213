package org.fitmesh.schema.access;

import org.fitmesh.schema.filter.Filter;

/**
 * What a role may delete of a table.
 *
 * @param filter which rows may be deleted
 */
public record DeleteAccess(Filter filter) {}
