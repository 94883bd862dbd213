/**
 * Sends the events of the log to webhooks, and to observers in the WAR.
 *
 * <p>In: rows of {@code fitmesh.event_log} that are due, and the event triggers in force. Out: a
 * POST per event in Hasura's form, or a CDI event per batch, and what came of it: the row's next
 * state and a row of {@code fitmesh.event_invocation_log}. {@link
 * org.fitmesh.event.delivery.Dispatcher} is woken by a timer, by {@link
 * org.fitmesh.event.EventsCaptured}, by PostgreSQL's notifications and by its own results; it takes
 * events under a lease ({@code Claims}), sends them at the same time, and writes results in groups
 * ({@code ResultLog}). {@code NextStep} decides what a failure leads to.
 *
 * <p>What can fail here is the receiver (tried again by {@code retry_conf}), the database (results
 * are kept and written when it is back; events of a node that died are another's after the lease)
 * and an address that is refused. Nothing of it reaches a client of the API. Imports {@code
 * catalog}, {@code concurrent}, {@code config}, {@code lifecycle}, {@code metadata} and {@code
 * event} itself.
 */
package org.fitmesh.event.delivery;
