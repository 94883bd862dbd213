/**
 * Writes the queries of {@code plan.table} as SQL.
 *
 * <p>In: a query. Out: a tree of {@code org.fitmesh.sql} and the list of its parameters. Nothing
 * can fail here. One statement answers a root field: PostgreSQL builds its JSON, subselects build
 * the parts. Rows of columns stay rows, with a {@link org.fitmesh.plan.compile.Result} that says
 * how they become JSON. Pure.
 */
package org.fitmesh.plan.compile;
