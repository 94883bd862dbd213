package org.fitmesh.schema;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.fitmesh.auth.Session;
import org.fitmesh.code.CodeModel;
import org.fitmesh.schema.access.RoleHierarchy;
import org.fitmesh.schema.table.FunctionModel;
import org.fitmesh.schema.table.TableModel;

/**
 * The roles that have a schema of their own.
 *
 * @param all the admin, and those that have a permission or inherit
 * @param backend those of them that see more in requests that use {@code backend_only} permissions
 */
record NamedRoles(Set<String> all, Set<String> backend) {

    static NamedRoles of(
            Collection<TableModel> tables,
            List<FunctionModel> functions,
            CodeModel code,
            RoleHierarchy hierarchy) {
        Set<String> all = new TreeSet<>(hierarchy.inherited());
        all.add(Session.ADMIN);
        tables.forEach(table -> addRoles(table, all));
        functions.forEach(function -> all.addAll(function.tracked().roles()));
        code.fields().forEach(field -> all.addAll(field.access().roles()));
        return new NamedRoles(all, backend(tables, hierarchy, all));
    }

    private static void addRoles(TableModel table, Set<String> roles) {
        table.tracked().selectPermissions().forEach(p -> roles.add(p.role()));
        table.tracked().insertPermissions().forEach(p -> roles.add(p.role()));
        table.tracked().updatePermissions().forEach(p -> roles.add(p.role()));
        table.tracked().deletePermissions().forEach(p -> roles.add(p.role()));
    }

    private static Set<String> backend(
            Collection<TableModel> tables, RoleHierarchy hierarchy, Set<String> all) {
        Set<String> own = new TreeSet<>();
        tables.forEach(table -> own.addAll(table.tracked().backendRoles()));
        Set<String> roles = new TreeSet<>(all);
        roles.removeIf(role -> Collections.disjoint(hierarchy.withAncestors(role), own));
        return roles;
    }
}
