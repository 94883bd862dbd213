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
     * Setting is absent, Fitmesh's default: permissions are enforced for a remote schema that has
     * at least one, and a remote schema without any is open to every role. Hasura would ignore
     * permissions that somebody took the trouble to write.
     */
    WHERE_DEFINED
}
