package org.fitmesh.schema;

import java.util.Optional;
import org.fitmesh.catalog.TableName;
import org.fitmesh.error.UnknownName;
import org.fitmesh.schema.access.RoleTable;
import org.fitmesh.schema.access.TableField;
import org.fitmesh.schema.table.UpdateOperator;
import org.fitmesh.schema.type.RootField;

/**
 * Which permission a role lacks for an argument: Hasura has arguments that a role does not see only
 * where it lacks columns.
 */
record MissingArgument(PermissionSentences sentences, RoleSchema all) {

    /**
     * An argument of a root field.
     *
     * @param argument by what planning calls it and its field
     */
    Optional<String> ofRoot(UnknownName.Argument argument) {
        RootField mutation = all.mutations().get(argument.field());
        if (mutation != null && UpdateOperator.isArgument(argument.name())) {
            TableName table = mutation.table().model().name();
            return Optional.of(sentences.noColumnFor(spelled(argument.name()), "update", table));
        }
        return ofList(
                argument,
                Optional.ofNullable(all.queries().get(argument.field()))
                        .map(root -> root.table().model().name()));
    }

    /**
     * An argument of a field of rows.
     *
     * @param argument by what planning calls it and its field
     */
    Optional<String> ofField(UnknownName.Argument argument) {
        return ofList(
                argument,
                all.tables().values().stream()
                        .filter(t -> rowType(t).equals(argument.type()))
                        .flatMap(
                                t -> Optional.ofNullable(t.fields().get(argument.field())).stream())
                        .flatMap(field -> rowsOf(field).stream())
                        .findFirst());
    }

    private Optional<String> ofList(UnknownName.Argument argument, Optional<TableName> listed) {
        String name = argument.name();
        return name.equals("distinct_on")
                ? listed.map(table -> sentences.noColumnFor(spelled(name), "select", table))
                : Optional.empty();
    }

    private String spelled(String argument) {
        return all.customization().naming().field(argument);
    }

    private String rowType(RoleTable table) {
        return all.customization().typeName(table.typeName());
    }

    private static Optional<TableName> rowsOf(TableField field) {
        if (field instanceof TableField.RelationshipField related) {
            return Optional.of(related.relationship().target());
        }
        if (field instanceof TableField.AggregateField related) {
            return Optional.of(related.relationship().target());
        }
        return field instanceof TableField.ComputedRows rows
                ? Optional.of(rows.target())
                : Optional.empty();
    }
}
