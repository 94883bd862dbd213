/**
 * Values between GraphQL and Java: scalars under the names that tables use.
 *
 * <p>In: Java values, literals and variables. Out: graphql-java's scalars, and the conversion of
 * arguments to what a method wants. What can fail here is the client's text, which becomes a value
 * of its own, {@link org.fitmesh.code.scalar.Unreadable}, until somebody knows where it stands.
 * Imports {@code code}'s {@code EntityReference} and {@code catalog}.
 */
package org.fitmesh.code.scalar;
