package org.fitmesh.schema;

import java.util.Optional;
import org.fitmesh.catalog.TableName;
import org.fitmesh.error.UnknownName;
import org.fitmesh.schema.access.TableField;
import org.fitmesh.schema.table.UpdateOperator;
import org.fitmesh.schema.type.RootField;

/**
 * Which permission a role lacks for an argument: Hasura has arguments that a role does not see only
 * where it lacks columns.
 */
record MissingArgument(PermissionSentences sentences, RoleSchema all) {

    /** An argument of a root field. */
    Optional<String> ofRoot(UnknownName.Argument argument) {
        RootField mutation = all.mutations().get(argument.field());
        if (mutation != null && UpdateOperator.isArgument(argument.name())) {
            TableName table = mutation.table().model().name();
            return Optional.of(sentences.noColumnFor(argument.name(), "update", table));
        }
        return ofList(
                argument,
                Optional.ofNullable(all.queries().get(argument.field()))
                        .map(root -> root.table().model().name()));
    }

    /** An argument of a field of rows. */
    Optional<String> ofField(UnknownName.Argument argument) {
        return ofList(
                argument,
                all.tables().values().stream()
                        .filter(
                                t ->
                                        all.typeNames()
                                                .around(t.graphqlName())
                                                .equals(argument.type()))
                        .flatMap(
                                t -> Optional.ofNullable(t.fields().get(argument.field())).stream())
                        .flatMap(field -> rowsOf(field).stream())
                        .findFirst());
    }

    private Optional<String> ofList(UnknownName.Argument argument, Optional<TableName> listed) {
        return argument.name().equals("distinct_on")
                ? listed.map(table -> sentences.noColumnFor("distinct_on", "select", table))
                : Optional.empty();
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
