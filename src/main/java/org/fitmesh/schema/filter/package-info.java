/**
 * Boolean expressions over a table: the filters and checks of permissions, and what {@code plan}
 * makes of {@code where}.
 *
 * <p>In: Hasura's JSON form, a {@code TableModel}. Out: {@link org.fitmesh.schema.filter.Filter}.
 * An unknown column or operator, and a value that a column cannot have, is an inconsistency of the
 * permission. Imports {@code schema.table}, {@code catalog}, {@code graphql.operation}'s {@code
 * ValueSource} and {@code NumberText}, and {@code error}.
 */
package org.fitmesh.schema.filter;
