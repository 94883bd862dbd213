package org.fitmesh.event.change;

/**
 * What an update did to an entity. Two objects, neither of them managed: changing them changes
 * nothing in the database.
 *
 * @param <E> the entity's class
 * @param before the row as it was before the mutation's statement
 * @param after the row as it is now, with what triggers of the database made of it
 */
public record Change<E>(E before, E after) {}
