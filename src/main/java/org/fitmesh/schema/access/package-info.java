/**
 * What the permissions give a role: tables, columns, rows.
 *
 * <p>In: permissions of the metadata, table models. Out: {@link
 * org.fitmesh.schema.access.RoleTable} per table and role. A permission that names what does not
 * exist is an inconsistency and gives nothing. Every row and column that leaves Fitmesh does so
 * through these records. Imports {@code schema.filter}, {@code schema.table}, {@code metadata},
 * {@code remote}'s model.
 */
package org.fitmesh.schema.access;
