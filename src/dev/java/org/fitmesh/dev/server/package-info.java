/**
 * Payara Micro, Payara Server or Open Liberty with the WAR, as a child process.
 *
 * <p>In: the server, the WAR, a port and environment variables. Out: a process that answers {@code
 * GET /healthz}. Fails with {@link org.fitmesh.dev.StartFailure} when the process ends or the
 * application does not answer in time, with the last lines of its log.
 */
package org.fitmesh.dev.server;
