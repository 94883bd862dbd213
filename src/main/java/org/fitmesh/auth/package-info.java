/**
 * Who is asking: admin secret, JWT, roles.
 *
 * <p>In: the headers of a request (or of a WebSocket's {@code connection_init}). Out: a {@link
 * org.fitmesh.auth.Session}. What can fail here is the credential; every failure has Hasura's code
 * and message, and {@link org.fitmesh.auth.AuthenticationStatus} knows its HTTP status. Imports
 * {@code error} and {@code config} only.
 */
package org.fitmesh.auth;
