/**
 * How the names that are generated for GraphQL are spelled (facts: Hasura's naming conventions).
 *
 * <p>In: {@link org.fitmesh.naming.Words}, what a name is put together from. Out: the name, as a
 * {@link org.fitmesh.naming.NamingConvention} spells it; and what can be a name at all. Nothing can
 * fail here. Imports nothing.
 */
package org.fitmesh.naming;
