package org.fitmesh.catalog;

import java.util.Map;

/**
 * A foreign key.
 *
 * @param columns own column to referenced column, in the order of the key
 */
public record ForeignKey(String name, TableName references, Map<String, String> columns) {}
