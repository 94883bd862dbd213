/**
 * Reads a client's document: parse, pick the operation, validate it against a type system, merge
 * fragments and equal fields, apply {@code @skip} and {@code @include}.
 *
 * <p>In: query text, operation name, variables (JSON), a {@link
 * org.fitmesh.graphql.type.TypeSystem}. Out: an {@link org.fitmesh.graphql.operation.Operation},
 * and a key of the variables' <em>shape</em> under which all that was derived from it may be kept.
 * Fails with Hasura's messages and paths. Imports {@code error} and {@code graphql.type} only;
 * pure.
 */
package org.fitmesh.graphql.operation;
