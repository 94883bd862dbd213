/**
 * Spans through MicroProfile Telemetry, whose exporter and sampling are the server's to configure.
 * In: the beginning and the end of a request, a statement, a call to a remote, a delivery. Out:
 * spans, and the {@code traceparent} that goes on. While telemetry is off, which is the default,
 * nothing is made. Cannot fail a request.
 */
package org.fitmesh.telemetry.trace;
