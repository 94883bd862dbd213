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
import org.fitmesh.metadata.DeletePermission;
import org.fitmesh.metadata.Inconsistency;
import org.fitmesh.metadata.InsertPermission;
import org.fitmesh.metadata.SelectPermission;
import org.fitmesh.metadata.UpdatePermission;
import org.fitmesh.schema.filter.Filter;
import org.fitmesh.schema.filter.FilterException;
import org.fitmesh.schema.filter.FilterReader;
import org.fitmesh.schema.filter.Literals;
import org.fitmesh.schema.filter.Operand;
import org.fitmesh.schema.table.ComputedFieldModel;
import org.fitmesh.schema.table.TableModel;

/** Reads the permissions of one role on a table; the admin has all that the table allows. */
final class PermissionAccess implements RolePermissions {
    private final String role;
    private final Map<TableName, TableModel> tables;
    private final List<Inconsistency> inconsistencies = new ArrayList<>();

    PermissionAccess(String role, Map<TableName, TableModel> tables) {
        this.role = role;
        this.tables = tables;
    }

    @Override
    public List<Inconsistency> inconsistencies() {
        return List.copyOf(inconsistencies);
    }

    @Override
    public Optional<SelectAccess> select(TableModel model) {
        if (isAdmin()) {
            return Optional.of(
                    new SelectAccess(
                            columns(model, c -> true),
                            model.computedFields().keySet(),
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
        if (!columnsExist("select_permission", model, permission.columns())
                || !computedFieldsExist(model, permission.computedFields())
                || !rootFieldsPossible(model, permission)) {
            return Optional.empty();
        }
        if (permission.limit().orElse(0) < 0) {
            return reject("select_permission", model, "unexpected negative value");
        }
        return Optional.of(
                new SelectAccess(
                        columns(model, c -> permission.columns().contains(c.name())),
                        permission.computedFields(),
                        filter,
                        permission.limit(),
                        permission.allowAggregations(),
                        permission.queryRootFields().orElse(SelectAccess.ALL_ROOT_FIELDS)));
    }

    @Override
    public Optional<InsertAccess> insert(TableModel model) {
        if (!model.table().insertable()) {
            return Optional.empty();
        }
        if (isAdmin()) {
            return Optional.of(
                    new InsertAccess(
                            columns(model, Column::insertable),
                            Filter.EVERYTHING,
                            Map.of(),
                            false,
                            Optional.empty()));
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
                        columns(model, given),
                        check,
                        presets.get(),
                        permission.backendOnly(),
                        permission.validation()));
    }

    @Override
    public Optional<UpdateAccess> update(TableModel model) {
        if (!model.table().updatable()) {
            return Optional.empty();
        }
        if (isAdmin()) {
            return Optional.of(
                    new UpdateAccess(
                            columns(model, Column::updatable),
                            Filter.EVERYTHING,
                            Filter.EVERYTHING,
                            Map.of(),
                            false,
                            Optional.empty()));
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
                new UpdateAccess(
                        columns(model, given),
                        filter.get(),
                        check.get(),
                        presets.get(),
                        permission.backendOnly(),
                        permission.validation()));
    }

    @Override
    public Optional<DeleteAccess> delete(TableModel model) {
        if (!model.table().deletable()) {
            return Optional.empty();
        }
        if (isAdmin()) {
            return Optional.of(new DeleteAccess(Filter.EVERYTHING, false, Optional.empty()));
        }
        for (DeletePermission permission : model.tracked().deletePermissions()) {
            if (permission.role().equals(role)) {
                return filter("delete_permission", model, permission.filter())
                        .map(
                                f ->
                                        new DeleteAccess(
                                                f,
                                                permission.backendOnly(),
                                                permission.validation()));
            }
        }
        return Optional.empty();
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

    /** Those with rows follow the permission on the table of the rows, so Hasura refuses them. */
    private boolean computedFieldsExist(TableModel model, Set<String> names) {
        for (String name : names) {
            ComputedFieldModel field = model.computedFields().get(name);
            if (field == null) {
                reject(
                        "select_permission",
                        model,
                        "computed field \"" + name + "\" does not exist");
                return false;
            }
            if (field.result() instanceof ComputedFieldModel.Rows rows) {
                reject(
                        "select_permission",
                        model,
                        "select permissions on computed field \""
                                + name
                                + "\" are auto-derived from the permissions on its returning table \""
                                + rows.table()
                                + "\" and cannot be specified manually");
                return false;
            }
        }
        return true;
    }

    /** Hasura refuses to name a root field that the rest of the permission does not give. */
    private boolean rootFieldsPossible(TableModel model, SelectPermission permission) {
        if (permission.names("select_aggregate") && !permission.allowAggregations()) {
            reject(
                    "select_permission",
                    model,
                    "The \"select_aggregate\" root field can only be enabled in the"
                            + " query_root_fields or in the subscription_root_fields when"
                            + " \"allow_aggregations\" is set to true");
            return false;
        }
        if (permission.names("select_by_pk") && !readsKey(model, permission.columns())) {
            reject(
                    "select_permission",
                    model,
                    "The \"select_by_pk\" field cannot be included in the query_root_fields or"
                            + " subscription_root_fields because the role \""
                            + role
                            + "\" does not have access to the primary key of the table \""
                            + model.name()
                            + "\"");
            return false;
        }
        return true;
    }

    private static boolean readsKey(TableModel model, ColumnSet columns) {
        return model.table()
                .primaryKey()
                .filter(key -> key.columns().stream().allMatch(columns::contains))
                .isPresent();
    }

    private Optional<Map<String, Operand>> presets(
            String type, TableModel model, Map<String, JsonNode> presets) {
        Map<String, Operand> operands = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> preset : presets.entrySet()) {
            Optional<Column> column = model.table().column(preset.getKey());
            if (column.isEmpty()) {
                return reject(type, model, "the preset '" + preset.getKey() + "' is no column");
            }
            try {
                operands.put(
                        preset.getKey(), Literals.OF_METADATA.of(column.get(), preset.getValue()));
            } catch (FilterException e) {
                String reason = "the preset '" + preset.getKey() + "': " + e.getMessage();
                return reject(type, model, reason);
            }
        }
        return Optional.of(operands);
    }

    private <T> Optional<T> reject(String type, TableModel model, String reason) {
        inconsistencies.add(new Inconsistency(type, model.name() + " of role " + role, reason));
        return Optional.empty();
    }
}
