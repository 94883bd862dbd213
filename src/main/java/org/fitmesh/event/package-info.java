/**
 * Who is told when a row changes: event triggers, from the row to the webhook.
 *
 * <p>In: the event triggers of the metadata, resolved against catalog and settings ({@link
 * org.fitmesh.event.EventTriggers}). {@code event.capture} makes them triggers of the database,
 * which write the event log; {@code event.delivery} sends what stands there; {@code event.log}
 * tells, repeats and forgets it. {@code event.observe} tells Java code in the WAR of the changes
 * that mutations make to entities, in the words of {@code event.change}. What can fail here is the
 * receiver (retried), the database (tried again) and the metadata (an {@link
 * org.fitmesh.metadata.Inconsistency}). Imports {@code catalog}, {@code concurrent}, {@code
 * config}, {@code error}, {@code http} and {@code metadata}; nothing of schemas, plans or HTTP
 * serving.
 */
package org.fitmesh.event;
