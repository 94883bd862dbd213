package org.fitmesh.schema.type;

import org.fitmesh.graphql.type.FieldDefinition;
import org.fitmesh.schema.access.RoleTable;

/** A root field that a table gives. */
public record RootField(Kind kind, RoleTable table, FieldDefinition definition) {
    /** What it does with the table. */
    public enum Kind {
        SELECT,
        BY_PK,
        AGGREGATE,
        INSERT,
        INSERT_ONE,
        UPDATE,
        UPDATE_BY_PK,
        UPDATE_MANY,
        DELETE,
        DELETE_BY_PK
    }
}
