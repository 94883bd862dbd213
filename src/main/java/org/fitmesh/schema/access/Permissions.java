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
    private final boolean usesBackendOnly;
    private final String source;
    private final Map<String, RolePermissions> byRole = new HashMap<>();

    /**
     * Permissions of which none is read yet.
     *
     * @param source the name of the tables' source
     * @param usesBackendOnly whether they are those of requests that use {@code backend_only} ones
     */
    public Permissions(
            Map<TableName, TableModel> tables,
            RoleHierarchy hierarchy,
            String source,
            boolean usesBackendOnly) {
        this.tables = tables;
        this.hierarchy = hierarchy;
        this.source = source;
        this.usesBackendOnly = usesBackendOnly;
    }

    Map<TableName, TableModel> tables() {
        return tables;
    }

    RolePermissions of(String role) {
        return usesBackendOnly ? all(role) : new FrontendPermissions(all(role));
    }

    /** The hierarchy has no circle, so this ends. */
    private RolePermissions all(String role) {
        RolePermissions known = byRole.get(role);
        if (known != null) {
            return known;
        }
        RolePermissions own = new PermissionAccess(role, tables);
        List<String> parents = hierarchy.parents().get(role);
        RolePermissions all =
                parents == null
                        ? own
                        : new InheritedAccess(
                                role, source, own, parents.stream().map(this::all).toList());
        byRole.put(role, all);
        return all;
    }
}
