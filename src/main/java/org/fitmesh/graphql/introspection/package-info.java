/**
 * Answers {@code __schema} and {@code __type} (specification, section 4).
 *
 * <p>In: a {@link org.fitmesh.graphql.type.TypeSystem} and the root fields of a validated
 * operation. Out: JSON. What can fail is a query that asks for more than a schema has reason to
 * tell. Imports {@code error}, {@code graphql.type} and {@code graphql.operation} only; pure.
 */
package org.fitmesh.graphql.introspection;
