package org.fitmesh.catalog;

/** A function of the database, by schema and name; overloads share it. */
public record FunctionName(String schema, String name) {
    /** The name of a function in the schema {@code public}. */
    public static FunctionName inPublic(String name) {
        return new FunctionName(TableName.PUBLIC, name);
    }

    /** As Hasura prints it: {@code search}, or {@code other.search} outside of schema public. */
    @Override
    public String toString() {
        return TableName.PUBLIC.equals(schema) ? name : schema + "." + name;
    }
}
