/**
 * What the permissions give a role: tables, columns, rows.
 *
 * <p>In: permissions of the metadata, table models. Out: {@link
 * org.fitmesh.schema.access.RoleTable} per table and role. A permission that names what does not
 * exist is an inconsistency and gives nothing. Every row and column that leaves Fitmesh does so
 * through these records. Imports {@code schema.filter}, {@code schema.table}, {@code catalog},
 * {@code metadata}, {@code graphql.type} and the name of {@code auth}'s admin.
 */
package org.fitmesh.schema.access;
