/**
 * Runs the application's endpoints: graphql-java on the schema of {@code code.schema}, with data
 * fetchers of our own, in the calling thread.
 *
 * <p>In: documents, variables, entities. Out: results as JSON, in which entities are {@link
 * org.fitmesh.code.EntityReference}s. What can fail here is the application's code, told as a
 * {@link org.fitmesh.error.RequestException}. Imports {@code code}'s packages, {@code catalog},
 * {@code error}; not SmallRye's execution, which costs ten times as much and knows nothing of
 * entities.
 */
package org.fitmesh.code.run;
