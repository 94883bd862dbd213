/**
 * A selection on a table, read as a tree of queries: rows, conditions, order, aggregates, writes.
 *
 * <p>In: {@code SelectedField}s and the role's {@code RoleTable}s, whose permissions are worked in
 * here: no query leaves this package without the filter and the columns of the role. Out: records
 * that {@code plan.compile} writes as SQL. Pure.
 */
package org.fitmesh.plan.table;
