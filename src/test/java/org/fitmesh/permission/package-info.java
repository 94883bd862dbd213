/**
 * Whether the compiler keeps permissions: random permissions, roles, sessions and queries, answered
 * by PostgreSQL and by a plain reading of the permissions in memory.
 *
 * <p>The reading ({@link org.fitmesh.permission.Reading}) knows the metadata's JSON and nothing of
 * {@code schema}, {@code plan} and {@code sql}.
 */
package org.fitmesh.permission;
