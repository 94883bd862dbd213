/**
 * SQL as a small tree that mimics PostgreSQL's grammar, and its text.
 *
 * <p>In: the tree that {@code plan} builds. Out: {@link org.fitmesh.sql.SqlStatement}, the text
 * with {@code ?} for each parameter and the numbers of the parameters in order. Nothing can fail
 * here.
 *
 * <p>Two rules keep it safe: an identifier is always quoted, a value is always a {@link
 * org.fitmesh.sql.Expression.Parameter}. Pure; imports nothing of Fitmesh, no {@code java.sql}.
 */
package org.fitmesh.sql;
