package org.fitmesh.schema.access;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fitmesh.catalog.TableName;
import org.fitmesh.metadata.Inconsistency;
import org.fitmesh.metadata.RemoteRelationship;
import org.fitmesh.schema.table.ComputedFieldModel;
import org.fitmesh.schema.table.RelationshipModel;
import org.fitmesh.schema.table.TableModel;

/** Turns the permissions of one role into {@link RoleTable}s. */
public final class RoleAccess {
    private final RolePermissions permissions;
    private final JoinableFields joinable;
    private final List<Inconsistency> clashes = new ArrayList<>();

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

    /**
     * Finds what Java code adds to the tables that a role may read.
     *
     * <p>In: these tables with the names of their types. Out: the added fields of each.
     */
    @FunctionalInterface
    public interface SourceFields {
        Map<TableName, List<TableField.SourceField>> on(Map<TableName, String> readable);
    }

    /** What the role sees, and which of its permissions could not be read. */
    public record Granted(Map<TableName, RoleTable> tables, List<Inconsistency> inconsistencies) {}

    private RoleAccess(RolePermissions permissions, JoinableFields joinable) {
        this.permissions = permissions;
        this.joinable = joinable;
    }

    /**
     * What a role sees.
     *
     * @param leftOut tables that count as if the role had no permission on them
     */
    public static Granted of(
            String role,
            Permissions permissions,
            JoinableFields joinable,
            SourceFields sources,
            Set<TableName> leftOut) {
        RoleAccess access = new RoleAccess(permissions.of(role), joinable);
        Map<TableName, RoleTable> granted = new LinkedHashMap<>();
        for (TableModel model : permissions.tables().values()) {
            access.table(model)
                    .filter(table -> !leftOut.contains(model.name()))
                    .ifPresent(table -> granted.put(model.name(), table));
        }
        Map<TableName, List<TableField.SourceField>> added = sources.on(readable(granted));
        granted.replaceAll(
                (name, table) ->
                        access.withFields(table, granted, added.getOrDefault(name, List.of())));
        return new Granted(granted, access.inconsistencies());
    }

    private static Map<TableName, String> readable(Map<TableName, RoleTable> granted) {
        Map<TableName, String> readable = new LinkedHashMap<>();
        granted.forEach(
                (name, table) -> {
                    if (table.select().isPresent()) {
                        readable.put(name, table.typeName());
                    }
                });
        return readable;
    }

    private List<Inconsistency> inconsistencies() {
        List<Inconsistency> all = new ArrayList<>(permissions.inconsistencies());
        all.addAll(clashes);
        return all;
    }

    private Optional<RoleTable> table(TableModel model) {
        Optional<SelectAccess> select = permissions.select(model);
        Optional<InsertAccess> insert = permissions.insert(model);
        Optional<UpdateAccess> update = permissions.update(model);
        Optional<DeleteAccess> delete = permissions.delete(model);
        if (select.isEmpty() && insert.isEmpty() && update.isEmpty() && delete.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new RoleTable(
                        model.withoutPermissions(), select, insert, update, delete, Map.of()));
    }

    private RoleTable withFields(
            RoleTable table,
            Map<TableName, RoleTable> granted,
            List<TableField.SourceField> added) {
        if (table.select().isEmpty()) {
            return table;
        }
        Map<String, TableField> fields = new LinkedHashMap<>();
        table.readableColumns()
                .forEach(c -> fields.put(c.getKey(), new TableField.ColumnField(c.getValue())));
        for (RelationshipModel relationship : table.model().relationships().values()) {
            relationship(relationship, granted.get(relationship.target()), fields);
        }
        for (ComputedFieldModel computed : table.model().computedFields().values()) {
            computed(table, computed, granted, fields);
        }
        for (TableField.RemoteField remote : joinable.of(table.model().name())) {
            addRemote(table, remote, fields);
        }
        added.forEach(source -> addSource(table, source, fields));
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

    private static void computed(
            RoleTable table,
            ComputedFieldModel computed,
            Map<TableName, RoleTable> granted,
            Map<String, TableField> fields) {
        if (computed.result() instanceof ComputedFieldModel.Rows rows) {
            RoleTable target = granted.get(rows.table());
            if (target != null && target.select().isPresent()) {
                fields.putIfAbsent(
                        computed.name(), new TableField.ComputedRows(computed, rows.table()));
            }
        } else if (table.select().orElseThrow().computedFields().contains(computed.name())) {
            ComputedFieldModel.Value value = (ComputedFieldModel.Value) computed.result();
            fields.putIfAbsent(
                    computed.name(),
                    new TableField.ComputedValue(
                            computed,
                            value.type(),
                            Optional.ofNullable(
                                    table.select()
                                            .orElseThrow()
                                            .readableIn()
                                            .get(computed.name()))));
        }
    }

    private void addSource(
            RoleTable table, TableField.SourceField source, Map<String, TableField> fields) {
        String name = source.definition().name();
        if (fields.putIfAbsent(name, source) == null) {
            return;
        }
        String origin = source.entity().sources().get(name).origin();
        clashes.add(
                new Inconsistency(
                        "code",
                        origin,
                        "the field \"%s\" of %s clashes with the one of table %s; rename one of them"
                                .formatted(name, origin, table.model().name())));
    }

    /** A join needs its columns and values: a role that may not read them may not follow it. */
    private static void addRemote(
            RoleTable table, TableField.RemoteField remote, Map<String, TableField> fields) {
        RemoteRelationship relationship = remote.relationship();
        if (relationship.columns().stream().allMatch(name -> mayRead(table, name))) {
            fields.putIfAbsent(relationship.name(), remote);
        }
    }

    /** A column comes before a computed field of the same name. */
    private static boolean mayRead(RoleTable table, String name) {
        SelectAccess access = table.select().orElseThrow();
        return table.model().table().column(name).isPresent()
                ? access.columns().contains(name)
                : access.computedFields().contains(name);
    }
}
