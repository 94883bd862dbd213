/**
 * Hasura Fit, the application that the WAR is out of the box: users and the workouts they did.
 *
 * <p>In: the tables of {@code sql/fit}. Out: entities, whose mappings also track the tables. The
 * engine never imports this package; deleting it leaves the bare engine.
 */
package org.fitmesh.fit;
