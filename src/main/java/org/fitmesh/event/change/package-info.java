/**
 * What Java code in the WAR imports to observe changes of entities: {@code @Observes(during =
 * AFTER_SUCCESS) @Inserted Session session}.
 *
 * <p>In: nothing. Out: qualifiers and the payload of {@link org.fitmesh.event.change.Updated}.
 * Nothing can fail here. Imports nothing of Fitmesh: applications compile against it. {@code
 * docs/cdi-events.md} says what is told and when.
 */
package org.fitmesh.event.change;
