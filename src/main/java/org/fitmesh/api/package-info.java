/**
 * The door: HTTP in, HTTP out.
 *
 * <p>In: requests on {@code /v1/graphql}, {@code /healthz}, {@code /v1/version}. Out: status,
 * headers, bytes, in Hasura's shapes. All failures end here: a {@code RequestException} becomes
 * Hasura's error JSON, anything else a masked error and a line in the log. No stack trace leaves.
 * May use all other packages; none uses it.
 */
package org.fitmesh.api;
