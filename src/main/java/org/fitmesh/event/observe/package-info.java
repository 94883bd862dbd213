/**
 * From a mutation to the CDI observers of entities.
 *
 * <p>In: the observer methods of the application ({@link
 * org.fitmesh.event.observe.ChangeObservers}), the mappings of the entities, and what triggers keep
 * of a transaction's changes. Out: CDI events, fired inside the transaction. What can fail here is
 * the database and whatever an observer does. Imports {@code event.change}, {@code catalog}, {@code
 * config}, {@code error} and {@code metadata}; entities are made by JPA alone.
 */
package org.fitmesh.event.observe;
