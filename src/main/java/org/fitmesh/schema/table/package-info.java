/**
 * Tracked tables and functions resolved against the catalog: GraphQL names, column types,
 * relationships, computed fields.
 *
 * <p>In: {@code Catalog}, {@code TrackedTable}, {@code TrackedFunction}. Out: {@link
 * org.fitmesh.schema.table.TableModel} and {@link org.fitmesh.schema.table.FunctionModel}, the same
 * for every role. A table, column or key that does not exist is an inconsistency. Imports {@code
 * catalog}, {@code metadata} and {@code naming} only.
 */
package org.fitmesh.schema.table;
