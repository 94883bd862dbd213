/**
 * A stand-in for Hygraph: the content API of a small model (workouts) in Hygraph's dialect.
 *
 * <p>In: GraphQL over HTTP POST on any path, {@code Authorization: Bearer …}. Out: {@link
 * org.fitmesh.dev.hygraph.HygraphStandIn}. Content lives in memory, DRAFT and PUBLISHED apart, and
 * starts from {@code workouts.yaml}. Rules come from Hygraph's API reference: ten entries when
 * neither {@code first} nor {@code last} is given, at most 100; 401 without a valid token, 403
 * without the permission, 429 above the rate. Must not import anything of the WAR.
 */
package org.fitmesh.dev.hygraph;
