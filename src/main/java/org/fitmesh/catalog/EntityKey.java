package org.fitmesh.catalog;

import java.util.List;

/**
 * What tells the rows of an entity apart.
 *
 * @param type the entity's class; of a hierarchy, its root
 * @param table where that class is stored
 * @param columns of its primary key, in the database's names
 */
public record EntityKey(Class<?> type, TableName table, List<String> columns) {}
