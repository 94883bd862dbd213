package org.fitmesh.schema.access;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fitmesh.catalog.TableName;
import org.fitmesh.schema.table.TableModel;

/** The permissions of all roles on the tables, each read once. Serves one thread. */
public final class Permissions {
    private final Map<TableName, TableModel> tables;
    private final RoleHierarchy hierarchy;
    private final Map<String, RolePermissions> byRole = new HashMap<>();

    public Permissions(Map<TableName, TableModel> tables, RoleHierarchy hierarchy) {
        this.tables = tables;
        this.hierarchy = hierarchy;
    }

    Map<TableName, TableModel> tables() {
        return tables;
    }

    /** The hierarchy has no circle, so this ends. */
    RolePermissions of(String role) {
        RolePermissions known = byRole.get(role);
        if (known != null) {
            return known;
        }
        RolePermissions own = new PermissionAccess(role, tables);
        List<String> parents = hierarchy.parents().get(role);
        RolePermissions all =
                parents == null
                        ? own
                        : new InheritedAccess(role, own, parents.stream().map(this::of).toList());
        byRole.put(role, all);
        return all;
    }
}
