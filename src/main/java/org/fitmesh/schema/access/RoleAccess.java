package org.fitmesh.schema.access;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.fitmesh.auth.Session;
import org.fitmesh.catalog.Column;
import org.fitmesh.catalog.TableName;
import org.fitmesh.metadata.ColumnSet;
import org.fitmesh.metadata.Inconsistency;
import org.fitmesh.metadata.InsertPermission;
import org.fitmesh.metadata.RemoteRelationship;
import org.fitmesh.metadata.SelectPermission;
import org.fitmesh.metadata.UpdatePermission;
import org.fitmesh.schema.filter.Filter;
import org.fitmesh.schema.filter.FilterException;
import org.fitmesh.schema.filter.FilterReader;
import org.fitmesh.schema.filter.Operand;
import org.fitmesh.schema.table.RelationshipModel;
import org.fitmesh.schema.table.TableModel;

/** Turns the permissions of one role into {@link RoleTable}s. */
public final class RoleAccess {
    private final String role;
    private final Map<TableName, TableModel> tables;
    private final JoinableFields joinable;
    private final List<Inconsistency> inconsistencies = new ArrayList<>();

    /**
     * The remote relationships that can be followed.
     *
     * @param byTable per table, the joined field as its object type shows it
     */
    public record JoinableFields(Map<TableName, Map<String, TableField.RemoteField>> byTable) {
        List<TableField.RemoteField> of(TableName table) {
            return List.copyOf(byTable.getOrDefault(table, Map.of()).values());
        }
    }

    /** What the role sees, and which of its permissions could not be read. */
    public record Granted(Map<TableName, RoleTable> tables, List<Inconsistency> inconsistencies) {}

    private RoleAccess(String role, Map<TableName, TableModel> tables, JoinableFields joinable) {
        this.role = role;
        this.tables = tables;
        this.joinable = joinable;
    }

    public static Granted of(
            String role, Map<TableName, TableModel> tables, JoinableFields joinable) {
        RoleAccess access = new RoleAccess(role, tables, joinable);
        Map<TableName, RoleTable> granted = new LinkedHashMap<>();
        for (TableModel model : tables.values()) {
            access.table(model).ifPresent(t -> granted.put(model.name(), t));
        }
        granted.replaceAll((name, table) -> access.withFields(table, granted));
        return new Granted(granted, List.copyOf(access.inconsistencies));
    }

    private Optional<RoleTable> table(TableModel model) {
        Optional<SelectAccess> select = select(model);
        Optional<InsertAccess> insert = insert(model);
        if (select.isEmpty() && insert.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new RoleTable(model, select, insert, update(model), Map.of()));
    }

    private Optional<SelectAccess> select(TableModel model) {
        if (isAdmin()) {
            return Optional.of(
                    new SelectAccess(
                            columns(model, c -> true),
                            Filter.EVERYTHING,
                            OptionalInt.empty(),
                            true,
                            SelectAccess.ALL_ROOT_FIELDS));
        }
        for (SelectPermission permission : model.tracked().selectPermissions()) {
            if (permission.role().equals(role)) {
                return filter("select_permission", model, permission.filter())
                        .flatMap(filter -> selectAccess(model, permission, filter));
            }
        }
        return Optional.empty();
    }

    private Optional<SelectAccess> selectAccess(
            TableModel model, SelectPermission permission, Filter filter) {
        if (!columnsExist("select_permission", model, permission.columns())) {
            return Optional.empty();
        }
        return Optional.of(
                new SelectAccess(
                        columns(model, c -> permission.columns().contains(c.name())),
                        filter,
                        permission.limit(),
                        permission.allowAggregations(),
                        permission.queryRootFields().orElse(SelectAccess.ALL_ROOT_FIELDS)));
    }

    private Optional<InsertAccess> insert(TableModel model) {
        if (!model.table().insertable()) {
            return Optional.empty();
        }
        if (isAdmin()) {
            return Optional.of(
                    new InsertAccess(
                            columns(model, Column::insertable),
                            Filter.EVERYTHING,
                            Map.of(),
                            false));
        }
        for (InsertPermission permission : model.tracked().insertPermissions()) {
            if (permission.role().equals(role)) {
                return filter("insert_permission", model, permission.check())
                        .flatMap(check -> insertAccess(model, permission, check));
            }
        }
        return Optional.empty();
    }

    private Optional<InsertAccess> insertAccess(
            TableModel model, InsertPermission permission, Filter check) {
        Optional<Map<String, Operand>> presets =
                presets("insert_permission", model, permission.presets());
        if (presets.isEmpty() || !columnsExist("insert_permission", model, permission.columns())) {
            return Optional.empty();
        }
        Predicate<Column> given =
                c ->
                        c.insertable()
                                && permission.columns().contains(c.name())
                                && !presets.get().containsKey(c.name());
        return Optional.of(
                new InsertAccess(
                        columns(model, given), check, presets.get(), permission.backendOnly()));
    }

    private Optional<UpdateAccess> update(TableModel model) {
        if (!model.table().updatable()) {
            return Optional.empty();
        }
        if (isAdmin()) {
            return Optional.of(
                    new UpdateAccess(
                            columns(model, Column::updatable),
                            Filter.EVERYTHING,
                            Filter.EVERYTHING,
                            Map.of()));
        }
        for (UpdatePermission permission : model.tracked().updatePermissions()) {
            if (permission.role().equals(role)) {
                return updateAccess(model, permission);
            }
        }
        return Optional.empty();
    }

    private Optional<UpdateAccess> updateAccess(TableModel model, UpdatePermission permission) {
        Optional<Filter> filter = filter("update_permission", model, permission.filter());
        Optional<Filter> check = filter("update_permission", model, permission.check());
        Optional<Map<String, Operand>> presets =
                presets("update_permission", model, permission.presets());
        if (filter.isEmpty()
                || check.isEmpty()
                || presets.isEmpty()
                || !columnsExist("update_permission", model, permission.columns())) {
            return Optional.empty();
        }
        Predicate<Column> given =
                c ->
                        c.updatable()
                                && permission.columns().contains(c.name())
                                && !presets.get().containsKey(c.name());
        return Optional.of(
                new UpdateAccess(columns(model, given), filter.get(), check.get(), presets.get()));
    }

    private boolean isAdmin() {
        return Session.ADMIN.equals(role);
    }

    private static Set<String> columns(TableModel model, Predicate<Column> which) {
        return model.columns().values().stream()
                .filter(which)
                .map(Column::name)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private Optional<Filter> filter(String type, TableModel model, JsonNode expression) {
        try {
            return Optional.of(new FilterReader(tables, model).read(expression));
        } catch (FilterException e) {
            return reject(type, model, e.getMessage());
        }
    }

    private boolean columnsExist(String type, TableModel model, ColumnSet columns) {
        if (!(columns instanceof ColumnSet.Some some)) {
            return true;
        }
        for (String column : some.names()) {
            if (model.table().column(column).isEmpty()) {
                reject(type, model, "'" + column + "' is no column of the table");
                return false;
            }
        }
        return true;
    }

    private Optional<Map<String, Operand>> presets(
            String type, TableModel model, Map<String, JsonNode> presets) {
        Map<String, Operand> operands = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> preset : presets.entrySet()) {
            if (model.table().column(preset.getKey()).isEmpty()) {
                return reject(type, model, "the preset '" + preset.getKey() + "' is no column");
            }
            operands.put(preset.getKey(), FilterReader.operand(preset.getValue()));
        }
        return Optional.of(operands);
    }

    private <T> Optional<T> reject(String type, TableModel model, String reason) {
        inconsistencies.add(new Inconsistency(type, model.name() + " of role " + role, reason));
        return Optional.empty();
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
        return new RoleTable(table.model(), table.select(), table.insert(), table.update(), fields);
    }

    private static void relationship(
            RelationshipModel relationship, RoleTable target, Map<String, TableField> fields) {
        if (target == null || target.select().isEmpty()) {
            return;
        }
        fields.put(relationship.name(), new TableField.RelationshipField(relationship));
        if (relationship.isArray() && target.mayAggregate()) {
            fields.put(
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
