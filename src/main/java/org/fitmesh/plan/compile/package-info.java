/**
 * Writes the queries of {@code plan.table} as SQL.
 *
 * <p>In: a query. Out: a tree of {@code org.fitmesh.sql} and the list of its parameters. Nothing
 * can fail here. One statement answers a root field. Its rows stay rows, with a {@link
 * org.fitmesh.plan.compile.Result} that says how they become JSON; of aggregates, of lists that
 * hang on rows and of most that is written PostgreSQL builds the JSON, subselects its parts. Pure.
 */
package org.fitmesh.plan.compile;
