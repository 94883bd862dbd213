package org.fitmesh.event.capture;

import org.fitmesh.catalog.TableName;

/**
 * A capture trigger that belongs to no event trigger.
 *
 * @param removal the statement that drops it
 */
record Superfluous(String name, TableName table, String removal) {}
