/**
 * Event triggers as triggers of the database.
 *
 * <p>In: the event triggers of a snapshot whose table and columns are there ({@link
 * org.fitmesh.event.CapturedTrigger}). Out: one trigger of PostgreSQL for each operation, which
 * calls {@code fitmesh.capture_event} ({@code sql/engine}), so that the event is written in the
 * transaction of the change, whoever makes it. They are compared with what is wanted at each load
 * of the metadata and once a minute, and repaired. What PostgreSQL refuses is an {@link
 * org.fitmesh.metadata.Inconsistency}; the other triggers work. Knows nothing of deliveries.
 */
package org.fitmesh.event.capture;
