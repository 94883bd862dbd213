/**
 * The type system of the GraphQL specification (section 3) as immutable records.
 *
 * <p>In: what {@code schema}, {@code remote} and {@code code} build. Out: look-ups by name. Nothing
 * fails here but a name that does not exist. Imports nothing of Fitmesh.
 */
package org.fitmesh.graphql.type;
