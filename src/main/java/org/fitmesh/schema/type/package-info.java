/**
 * The GraphQL types that Hasura generates for the tables a role sees (facts: names, arguments,
 * descriptions of Hasura v2).
 *
 * <p>In: {@code RoleTable}s. Out: types by name, collected in {@link
 * org.fitmesh.schema.type.TypeCollector}. Nothing can fail here. Imports {@code schema.access},
 * {@code schema.table}, {@code catalog}, {@code graphql.type}, {@code naming} and the comments of
 * {@code metadata}.
 */
package org.fitmesh.schema.type;
