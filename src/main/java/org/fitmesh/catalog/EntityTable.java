package org.fitmesh.catalog;

/**
 * Where an entity is stored.
 *
 * @param type the entity's class; of a hierarchy that shares a table, its root
 * @param alone whether a row of that table is the whole entity: false when it has secondary tables,
 *     or subclasses with tables of their own
 */
public record EntityTable(Class<?> type, TableName table, boolean alone) {}
