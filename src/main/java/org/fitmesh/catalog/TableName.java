package org.fitmesh.catalog;

/** A table, view or materialised view, by schema and name. */
public record TableName(String schema, String name) {
    /** The schema whose tables need no prefix in GraphQL names. */
    public static final String PUBLIC = "public";

    /** The name of a table in the schema {@code public}. */
    public static TableName inPublic(String name) {
        return new TableName(PUBLIC, name);
    }

    /** As Hasura prints it: {@code users}, or {@code other.users} outside of schema public. */
    @Override
    public String toString() {
        return PUBLIC.equals(schema) ? name : schema + "." + name;
    }
}
