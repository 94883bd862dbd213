package org.fitmesh.schema.access;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fitmesh.catalog.TableName;
import org.fitmesh.metadata.Inconsistency;
import org.fitmesh.metadata.RemoteRelationship;
import org.fitmesh.schema.table.RelationshipModel;
import org.fitmesh.schema.table.TableModel;

/** Turns the permissions of one role into {@link RoleTable}s. */
public final class RoleAccess {
    private final PermissionAccess permissions;
    private final JoinableFields joinable;

    /**
     * The remote relationships that can be followed.
     *
     * @param byTable per table, the joined field as its object type shows it
     */
    public record JoinableFields(Map<TableName, Map<String, TableField.RemoteField>> byTable) {
        /** Those that lead to one of these remotes. */
        public JoinableFields to(Set<String> remotes) {
            Map<TableName, Map<String, TableField.RemoteField>> kept = new LinkedHashMap<>();
            byTable.forEach(
                    (table, fields) -> {
                        Map<String, TableField.RemoteField> seen = new LinkedHashMap<>(fields);
                        seen.values()
                                .removeIf(f -> !remotes.contains(f.relationship().remoteSchema()));
                        kept.put(table, seen);
                    });
            return new JoinableFields(kept);
        }

        List<TableField.RemoteField> of(TableName table) {
            return List.copyOf(byTable.getOrDefault(table, Map.of()).values());
        }
    }

    /** What the role sees, and which of its permissions could not be read. */
    public record Granted(Map<TableName, RoleTable> tables, List<Inconsistency> inconsistencies) {}

    private RoleAccess(PermissionAccess permissions, JoinableFields joinable) {
        this.permissions = permissions;
        this.joinable = joinable;
    }

    public static Granted of(
            String role, Map<TableName, TableModel> tables, JoinableFields joinable) {
        RoleAccess access = new RoleAccess(new PermissionAccess(role, tables), joinable);
        Map<TableName, RoleTable> granted = new LinkedHashMap<>();
        for (TableModel model : tables.values()) {
            access.table(model).ifPresent(t -> granted.put(model.name(), t));
        }
        granted.replaceAll((name, table) -> access.withFields(table, granted));
        return new Granted(granted, access.permissions.inconsistencies());
    }

    private Optional<RoleTable> table(TableModel model) {
        Optional<SelectAccess> select = permissions.select(model);
        Optional<InsertAccess> insert = permissions.insert(model);
        Optional<UpdateAccess> update = permissions.update(model);
        Optional<DeleteAccess> delete = permissions.delete(model);
        if (select.isEmpty() && insert.isEmpty() && update.isEmpty() && delete.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new RoleTable(model, select, insert, update, delete, Map.of()));
    }

    private RoleTable withFields(RoleTable table, Map<TableName, RoleTable> granted) {
        if (table.select().isEmpty()) {
            return table;
        }
        Map<String, TableField> fields = new LinkedHashMap<>();
        table.readableColumns()
                .forEach(c -> fields.put(c.getKey(), new TableField.ColumnField(c.getValue())));
        for (RelationshipModel relationship : table.model().relationships().values()) {
            relationship(relationship, granted.get(relationship.target()), fields);
        }
        for (TableField.RemoteField remote : joinable.of(table.model().name())) {
            addRemote(table, remote, fields);
        }
        return table.withFields(fields);
    }

    private static void relationship(
            RelationshipModel relationship, RoleTable target, Map<String, TableField> fields) {
        if (target == null || target.select().isEmpty()) {
            return;
        }
        fields.put(relationship.name(), new TableField.RelationshipField(relationship));
        if (relationship.isArray() && target.mayAggregate()) {
            fields.putIfAbsent(
                    relationship.name() + "_aggregate",
                    new TableField.AggregateField(relationship));
        }
    }

    /** A join needs its columns: a role that may not read them may not follow it. */
    private static void addRemote(
            RoleTable table, TableField.RemoteField remote, Map<String, TableField> fields) {
        RemoteRelationship relationship = remote.relationship();
        if (table.select().orElseThrow().columns().containsAll(relationship.columns())) {
            fields.putIfAbsent(relationship.name(), remote);
        }
    }
}
