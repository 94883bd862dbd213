/**
 * Hasura Fit, the application that the WAR is out of the box: users, the workouts they did, and how
 * popular those are.
 *
 * <p>In: the tables of {@code sql/fit}. Out: entities, whose mappings also track the tables;
 * endpoints in Java ({@code fit.endpoint}); the numbers in Hygraph ({@code fit.popularity}).
 * Imports {@code config}, {@code event}, {@code http} and {@code session} only. The engine never
 * imports this package; deleting it leaves the bare engine.
 */
package org.fitmesh.fit;
