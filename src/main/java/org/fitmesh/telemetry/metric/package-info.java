/**
 * Numbers for the server's {@code /metrics}: MicroProfile Metrics, under Hasura's names where it
 * has one. Labels have few values: kinds, names out of the metadata, never a text of a client. In:
 * one call for each thing that happened, which costs a few additions. Out: the registry of the
 * server. Cannot fail.
 */
package org.fitmesh.telemetry.metric;
