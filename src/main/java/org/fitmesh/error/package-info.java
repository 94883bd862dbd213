/**
 * How a request fails: one exception with Hasura's code, message and path.
 *
 * <p>In: nothing. Out: {@link org.fitmesh.error.RequestException}, turned into the JSON error shape
 * by {@code api} alone. Every package may throw it; it imports none of them.
 */
package org.fitmesh.error;
