/**
 * A stand-in for the receiver of webhooks: it notes each delivery, shows the last ones, and fails
 * on request as every {@link org.fitmesh.dev.http.LoopbackServer} does, on single paths too.
 *
 * <p>In: POST requests on any path. Out: 200, and what came as {@code GET /deliveries} or in Java.
 * {@link org.fitmesh.dev.webhook.StandardWebhooks} checks signatures as a receiver would. Fails
 * with {@link java.io.IOException} when the port is taken. Imports {@code dev.http} alone.
 */
package org.fitmesh.dev.webhook;
