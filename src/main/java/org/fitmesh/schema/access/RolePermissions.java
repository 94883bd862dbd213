package org.fitmesh.schema.access;

import java.util.List;
import java.util.Optional;
import org.fitmesh.metadata.Inconsistency;
import org.fitmesh.schema.table.TableModel;

/** What one role may do with tables: by permissions of its own, or by those that it inherits. */
interface RolePermissions {
    Optional<SelectAccess> select(TableModel model);

    Optional<InsertAccess> insert(TableModel model);

    Optional<UpdateAccess> update(TableModel model);

    Optional<DeleteAccess> delete(TableModel model);

    /** What of that could not be honoured, as far as it was asked for; it gives nothing. */
    List<Inconsistency> inconsistencies();
}
