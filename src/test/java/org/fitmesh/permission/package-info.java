/**
 * Whether the compiler keeps permissions: random permissions, roles, sessions, queries and
 * mutations, answered by PostgreSQL and by a plain reading of the permissions in memory.
 *
 * <p>What is read in memory ({@link org.fitmesh.permission.Reading}), written ({@link
 * org.fitmesh.permission.Write}) and inserted ({@link org.fitmesh.permission.Insertion}) follows
 * the metadata's JSON and knows nothing of {@code schema}, {@code plan} and {@code sql}.
 */
package org.fitmesh.permission;
