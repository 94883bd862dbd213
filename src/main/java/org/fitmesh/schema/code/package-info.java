/**
 * What a role sees of the Java code of the application.
 *
 * <p>In: a {@link org.fitmesh.code.CodeModel}, the tables that the role may read, the types of
 * tables and remotes. Out: the fields and types that join them. What can fail here are names that
 * clash: the field is left out and listed. Imports {@code code}'s model and {@code graphql}'s
 * types; nothing of tables but their names.
 */
package org.fitmesh.schema.code;
