package org.fitmesh.schema.access;

import java.util.List;
import java.util.Optional;
import org.fitmesh.metadata.Inconsistency;
import org.fitmesh.schema.table.TableModel;

/**
 * What a role may do in requests that do not use {@code backend_only} permissions. Such a
 * permission is left out last: as in Hasura it keeps the role from inheriting another one, and is
 * in conflict with another parent's.
 *
 * @param all what the role may do in requests that use them
 */
record FrontendPermissions(RolePermissions all) implements RolePermissions {
    @Override
    public Optional<SelectAccess> select(TableModel model) {
        return all.select(model);
    }

    @Override
    public Optional<InsertAccess> insert(TableModel model) {
        return all.insert(model).filter(access -> !access.backendOnly());
    }

    @Override
    public Optional<UpdateAccess> update(TableModel model) {
        return all.update(model).filter(access -> !access.backendOnly());
    }

    @Override
    public Optional<DeleteAccess> delete(TableModel model) {
        return all.delete(model).filter(access -> !access.backendOnly());
    }

    @Override
    public List<Inconsistency> inconsistencies() {
        return all.inconsistencies();
    }
}
