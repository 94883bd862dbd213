/**
 * Joins of table rows to remote schemas.
 *
 * <p>In: the tables' answer as a tree with hidden join columns in its rows, and a {@link
 * org.fitmesh.remote.join.JoinTree} that says where they are. Out: the same tree with the remote's
 * values woven in at the place where the client asked for them, the hidden columns gone. For all
 * rows of a request one request goes to each remote (or a few, when there are more distinct keys
 * than {@link org.fitmesh.remote.join.RemoteJoiner#DEFAULT_BATCH_SIZE}). What can fail here is the
 * remote, and, when the schema is built, the relationship's definition, which makes an {@link
 * org.fitmesh.metadata.Inconsistency}. Must not import what makes the rows: no tables, no SQL.
 */
package org.fitmesh.remote.join;
