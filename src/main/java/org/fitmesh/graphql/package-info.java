/**
 * The GraphQL language without any meaning: types ({@code type}), operations read and validated
 * against them ({@code operation}), and introspection ({@code introspection}).
 *
 * <p>In: text and a type system. Out: a validated, normalised operation, or an introspection
 * answer. What can fail here is the client's document: every failure has Hasura's message and path.
 * Knows nothing of tables, remotes, HTTP or SQL and imports only {@code error}.
 */
package org.fitmesh.graphql;
