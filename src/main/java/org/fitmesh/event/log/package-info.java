/**
 * The event log as administrators see it: told, repeated, and forgotten after a time.
 *
 * <p>In: the tables {@code fitmesh.event_log} and {@code fitmesh.event_invocation_log}, which the
 * database's triggers and the deliveries fill. Out: their rows as JSON in Hasura's shape; those of
 * triggers that are gone are archived. What can fail here is the database. Imports {@code config}
 * and {@code catalog}.
 */
package org.fitmesh.event.log;
