/**
 * Remote GraphQL schemas as a source: asked what they have, merged into the schema, sent what the
 * client selected.
 *
 * <p>In: {@link org.fitmesh.metadata.RemoteSchemaDefinition}s and, per request, selected fields,
 * variables and a {@link org.fitmesh.remote.Caller}. Out: {@link org.fitmesh.remote.RemoteSchema}s
 * and the raw JSON of each root field ({@link org.fitmesh.remote.RemoteReply}). What can fail here
 * is the remote: unreachable, slow, or answering something that is no GraphQL reply. Such a failure
 * has the code {@code remote-schema-error}; at start it makes an {@link
 * org.fitmesh.metadata.Inconsistency}, never a failed boot. Imports {@code concurrent}, {@code
 * error}, {@code graphql}, {@code metadata} and {@code auth.Session}; nothing of tables, SQL or
 * HTTP serving.
 */
package org.fitmesh.remote;
