/**
 * What a role may see: one {@link org.fitmesh.schema.RoleSchema} per role and snapshot.
 *
 * <p>Sub-packages in reading order: {@code table} (tracked tables resolved against the catalog),
 * {@code filter} (boolean expressions of permissions and of {@code where}), {@code access} (what
 * the permissions give a role), {@code code} (what it sees of Java code), {@code type} (the GraphQL
 * types that Hasura would generate for it).
 *
 * <p>In: catalog, metadata, remote schemas. Out: role schemas and a list of inconsistencies. What
 * can fail here is the metadata: the broken part is listed and left out. Imports {@code catalog},
 * {@code metadata}, {@code naming}, {@code graphql}, {@code error}, {@code remote}'s and {@code
 * code}'s models and the name of {@code auth}'s admin; never {@code plan}, {@code sql}, HTTP or
 * JDBC.
 */
package org.fitmesh.schema;
