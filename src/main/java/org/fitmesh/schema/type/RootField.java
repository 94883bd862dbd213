package org.fitmesh.schema.type;

import java.util.Locale;
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
        FUNCTION_AGGREGATE;

        /** Hasura's name of it in {@code custom_root_fields}. */
        String key() {
            return switch (this) {
                case BY_PK -> "select_by_pk";
                case AGGREGATE -> "select_aggregate";
                default -> name().toLowerCase(Locale.ROOT);
            };
        }
    }

    /** A root field of a table, described as the metadata says, or as it is. */
    static RootField described(Kind kind, RoleTable table, FieldDefinition field) {
        return new RootField(
                kind,
                table,
                new FieldDefinition(
                        field.name(),
                        table.model()
                                .tracked()
                                .configuration()
                                .comments()
                                .rootField(kind.key(), field.description()),
                        field.arguments(),
                        field.type(),
                        field.deprecation()));
    }
}
