package org.fitmesh.schema.type;

import java.util.Optional;
import org.fitmesh.graphql.type.FieldDefinition;
import org.fitmesh.schema.access.RoleTable;
import org.fitmesh.schema.table.FunctionModel;

/**
 * A root field that a table or a function gives.
 *
 * @param table whose rows are answered or changed
 * @param function whose rows they are, where they are not the table's own
 */
public record RootField(
        Kind kind, RoleTable table, FieldDefinition definition, Optional<FunctionModel> function) {
    /** A field of a table. */
    RootField(Kind kind, RoleTable table, FieldDefinition definition) {
        this(kind, table, definition, Optional.empty());
    }

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
        DELETE_BY_PK,
        FUNCTION,
        FUNCTION_ROW,
        FUNCTION_AGGREGATE
    }
}
