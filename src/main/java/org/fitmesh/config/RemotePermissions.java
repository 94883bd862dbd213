package org.fitmesh.config;

/**
 * Whether the role permissions of remote schemas count
 * (HASURA_GRAPHQL_ENABLE_REMOTE_SCHEMA_PERMISSIONS).
 */
public enum RemotePermissions {
    /** Setting is true: a role sees of a remote schema what its permission lists, or nothing. */
    ENFORCED,
    /** Setting is false, Hasura's default: every role sees all of every remote schema. */
    IGNORED,
    /**
     * Setting is absent, the default: a remote schema without permissions answers every role's
     * queries, its mutations are the admin's. A remote is asked with the server's own credentials,
     * which Hasura lends to everybody.
     */
    WHERE_DEFINED
}
