/**
 * How often each workout was logged, counted exactly and told to Hygraph.
 *
 * <p>In: the events of the trigger {@code popularity}, any of them any number of times. Out: the
 * table {@code workout_popularity}, and the same numbers in Hygraph ({@code updateWorkout}, {@code
 * publishWorkout}). {@link org.fitmesh.fit.popularity.SessionCounter} counts in the transaction of
 * the delivery; {@link org.fitmesh.fit.popularity.PopularityPusher} asks {@link
 * org.fitmesh.fit.popularity.PushQueue} what changed and {@link
 * org.fitmesh.fit.popularity.PushTurn} whether it is this node's turn. What can fail here is
 * Hygraph (tried again, less and less often) and the database (the event is delivered again).
 * Imports {@code config} and the types of {@code event}'s deliveries; nothing else of the engine.
 */
package org.fitmesh.fit.popularity;
