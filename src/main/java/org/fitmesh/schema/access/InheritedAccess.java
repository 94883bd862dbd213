package org.fitmesh.schema.access;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.fitmesh.catalog.TableName;
import org.fitmesh.metadata.Inconsistency;
import org.fitmesh.metadata.Inconsistency.Cause;
import org.fitmesh.schema.table.TableModel;

/**
 * What a role inherits. Select permissions are combined ({@link CombinedSelect}); those that write
 * must be the same wherever a parent has one. A permission of the role itself comes first.
 *
 * @see <a href="https://hasura.io/docs/2.0/auth/authorization/inherited-roles/">Hasura's manual</a>
 */
final class InheritedAccess implements RolePermissions {
    private final String role;
    private final String source;
    private final RolePermissions own;
    private final List<RolePermissions> parents;
    private final Set<Inconsistency> conflicts = new LinkedHashSet<>();
    private final Map<TableName, Optional<SelectAccess>> selects = new HashMap<>();

    InheritedAccess(
            String role, String source, RolePermissions own, List<RolePermissions> parents) {
        this.role = role;
        this.source = source;
        this.own = own;
        this.parents = parents;
    }

    @Override
    public Optional<SelectAccess> select(TableModel model) {
        // a grandparent may be reached on many ways
        Optional<SelectAccess> known = selects.get(model.name());
        if (known == null) {
            known = own.select(model).or(() -> CombinedSelect.of(ofParents(p -> p.select(model))));
            selects.put(model.name(), known);
        }
        return known;
    }

    @Override
    public Optional<InsertAccess> insert(TableModel model) {
        return own.insert(model)
                .or(() -> same("insert", model, p -> p.insert(model), SameAccess::inserts));
    }

    @Override
    public Optional<UpdateAccess> update(TableModel model) {
        return own.update(model)
                .or(() -> same("update", model, p -> p.update(model), SameAccess::updates));
    }

    @Override
    public Optional<DeleteAccess> delete(TableModel model) {
        return own.delete(model)
                .or(() -> same("delete", model, p -> p.delete(model), SameAccess::deletes));
    }

    @Override
    public List<Inconsistency> inconsistencies() {
        List<Inconsistency> all = new ArrayList<>(own.inconsistencies());
        all.addAll(conflicts);
        return all;
    }

    private <T> List<T> ofParents(Function<RolePermissions, Optional<T>> permission) {
        return parents.stream().map(permission).flatMap(Optional::stream).toList();
    }

    private <T> Optional<T> same(
            String type,
            TableModel model,
            Function<RolePermissions, Optional<T>> permission,
            BiPredicate<T, T> same) {
        List<T> found = ofParents(permission);
        for (T other : found) {
            if (!same.test(found.get(0), other)) {
                conflicts.add(conflict(type, model));
                return Optional.empty();
            }
        }
        return found.stream().findFirst();
    }

    /** In Hasura's words. */
    private Inconsistency conflict(String type, TableModel model) {
        return new Inconsistency(
                "inherited role permission inconsistency",
                role,
                "Could not inherit permission for the role '%s' for the entity: '%s permission, table: %s, source: '%s''"
                        .formatted(role, type, model.name(), source),
                Cause.INHERITED);
    }
}
