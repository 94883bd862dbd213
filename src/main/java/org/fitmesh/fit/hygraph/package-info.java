/**
 * Hygraph's content API for the application itself, beside the engine's remote schema.
 *
 * <p>In: GraphQL requests. Out: replies, or why there is none. What can fail here is Hygraph.
 * Imports {@code config} and {@code http} only.
 */
package org.fitmesh.fit.hygraph;
