/**
 * A small HTTP/1.1 server for the stand-ins: it records what it is asked and fails on request.
 *
 * <p>In: an {@link org.fitmesh.dev.http.Endpoint} that answers requests. Out: a {@link
 * org.fitmesh.dev.http.LoopbackServer} on 127.0.0.1. Every server has these paths of its own:
 *
 * <ul>
 *   <li>{@code GET /_standin/requests}: count and the last requests; {@code DELETE} forgets them
 *   <li>{@code POST /_standin/fault}: {@code {"kind":
 *       "delay|500|html|reset|429|301|garbage|half|close|hang", "times": n, "millis": m, "path":
 *       "/hook"}}; {@code DELETE} clears all faults
 * </ul>
 *
 * <p>The JDK's own HTTP server is not used: it refuses {@code |} in a query string, which {@code
 * /token?sub=auth0|alice} has, and it cannot reset a connection. Fails with {@link
 * java.io.IOException} when the port is taken. Imports no other package of the project.
 */
package org.fitmesh.dev.http;
