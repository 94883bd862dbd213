package org.fitmesh.command;

/** The commands that an address takes. */
public enum CommandSet {
    /** {@code /v1/metadata}. */
    METADATA,
    /** {@code /v2/query}: SQL. */
    QUERY,
    /** {@code /v1/query}: both, under the names of Hasura 1, and changes of rows. */
    OLD
}
