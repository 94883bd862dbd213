/**
 * Tracked tables resolved against the catalog: GraphQL names, column types, relationships.
 *
 * <p>In: {@code Catalog} and {@code TrackedTable}. Out: {@link
 * org.fitmesh.schema.table.TableModel}, the same for every role. A table, column or key that does
 * not exist is an inconsistency. Imports {@code catalog} and {@code metadata} only.
 */
package org.fitmesh.schema.table;
