/**
 * What an operator sees of a request while it is answered: metrics, log lines, traces.
 *
 * <p>In: what the other packages say of their work as they do it. Out: counters for the server's
 * {@code /metrics}, lines of JSON, spans. Nothing here fails a request. A package that does work
 * may import this one; it imports {@code config} and {@code cache} alone, so that it cannot depend
 * on what it watches.
 */
package org.fitmesh.telemetry;
