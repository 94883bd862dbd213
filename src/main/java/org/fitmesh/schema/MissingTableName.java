package org.fitmesh.schema;

import java.util.Map;
import java.util.Optional;
import org.fitmesh.catalog.Column;
import org.fitmesh.catalog.TableName;
import org.fitmesh.schema.access.InsertAccess;
import org.fitmesh.schema.access.RoleTable;
import org.fitmesh.schema.access.TableField;
import org.fitmesh.schema.access.UpdateAccess;
import org.fitmesh.schema.filter.Operand;
import org.fitmesh.schema.table.UpdateOperator;

/**
 * Which permission a role lacks for a name in one of the types that a table has.
 *
 * @param table as the administrator sees it
 * @param part which of its types
 */
record MissingTableName(
        PermissionSentences sentences, RoleSchema seen, RoleTable table, PartOfTable part) {

    /**
     * A field of an object or input type.
     *
     * @param name what planning calls it
     */
    Optional<String> field(String name) {
        if (part == PartOfTable.RESPONSE && name.equals("returning")
                || part == PartOfTable.CONFLICT && name.equals("where")) {
            return Optional.of(sentences.noPermission("select", tableName()));
        }
        if (part == PartOfTable.UPDATES && UpdateOperator.isArgument(name)) {
            String spelled = table.model().names().naming().field(name);
            return Optional.of(sentences.noColumnFor(spelled, "update", tableName()));
        }
        TableField field = table.fields().get(name);
        if (field == null) {
            return Optional.empty();
        }
        if (part == PartOfTable.INSERT) {
            return inserted(field);
        }
        if (part == PartOfTable.UPDATE && field instanceof TableField.ColumnField column) {
            return Optional.of(written("update", column.column()));
        }
        return part == PartOfTable.READ ? Optional.of(read(field)) : Optional.empty();
    }

    /**
     * A value of an enum of columns.
     *
     * @param name what planning calls it
     */
    Optional<String> enumValue(String name) {
        if (!(table.fields().get(name) instanceof TableField.ColumnField column)) {
            return Optional.empty();
        }
        if (part == PartOfTable.UPDATE_COLUMN) {
            return Optional.of(
                    own().flatMap(RoleTable::update).isEmpty()
                            ? sentences.noPermission("update", tableName())
                            : written("update", column.column()));
        }
        return part == PartOfTable.SELECT_COLUMN ? Optional.of(read(column)) : Optional.empty();
    }

    private Optional<String> inserted(TableField field) {
        if (field instanceof TableField.ColumnField column) {
            return Optional.of(written("insert", column.column()));
        }
        return field instanceof TableField.RelationshipField related
                ? Optional.of(sentences.noPermission("insert", related.relationship().target()))
                : Optional.empty();
    }

    private String written(String kind, Column column) {
        Map<String, Operand> presets =
                kind.equals("insert")
                        ? own().flatMap(RoleTable::insert)
                                .map(InsertAccess::presets)
                                .orElse(Map.of())
                        : own().flatMap(RoleTable::update)
                                .map(UpdateAccess::presets)
                                .orElse(Map.of());
        return presets.containsKey(column.name())
                ? sentences.setsColumn(kind, tableName(), column)
                : sentences.noColumn(kind, tableName(), column);
    }

    private String read(TableField field) {
        if (field instanceof TableField.ColumnField column) {
            return sentences.noColumn("select", tableName(), column.column());
        }
        if (field instanceof TableField.RelationshipField related) {
            return sentences.noPermission("select", related.relationship().target());
        }
        if (field instanceof TableField.AggregateField related) {
            return aggregated(related.relationship().target());
        }
        if (field instanceof TableField.ComputedRows rows) {
            return sentences.noPermission("select", rows.target());
        }
        if (field instanceof TableField.ComputedValue computed) {
            String name = computed.field().name();
            return sentences.noPermission("select", "for computed field", name, tableName());
        }
        if (field instanceof TableField.RemoteField remote) {
            String name = remote.relationship().name();
            return sentences.noPermission("select", "for remote relationship", name, tableName());
        }
        return sentences.noCode(((TableField.SourceField) field).definition().name());
    }

    private String aggregated(TableName target) {
        return tableOf(target).flatMap(RoleTable::select).isEmpty()
                ? sentences.noPermission("select", target)
                : sentences.noAggregations(target);
    }

    private TableName tableName() {
        return table.model().name();
    }

    private Optional<RoleTable> own() {
        return tableOf(tableName());
    }

    private Optional<RoleTable> tableOf(TableName name) {
        return Optional.ofNullable(seen.tables().get(name));
    }
}
