/**
 * Hasura Fit's fields in Java, beside those of its tables and of Hygraph.
 *
 * <p>In: calls of the engine, for the roles that the methods name. Out: entities, whose rows the
 * engine answers, and the summary of somebody's training. What can fail here is told as a {@link
 * org.eclipse.microprofile.graphql.GraphQLException}. Imports the entities, {@code fit.hygraph},
 * {@code config}'s pool and {@code session}.
 */
package org.fitmesh.fit.endpoint;
