/**
 * The log of requests: a line of JSON for each, in the shapes of Hasura's {@code http-log} and
 * {@code query-log}. In: a request that was answered. Out: lines on the standard output or in the
 * server's log. Values of clients are in no line unless a setting asks for them; secrets never.
 * Cannot fail a request: what cannot be written is counted and told of later.
 */
package org.fitmesh.telemetry.log;
