package org.fitmesh.schema;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fitmesh.catalog.TableName;
import org.fitmesh.metadata.Inconsistency;
import org.fitmesh.schema.access.RoleHierarchy;
import org.fitmesh.schema.type.TypesOfTable;

/**
 * The schemas that were in force before those that are being built, of which is kept what stays as
 * it is.
 *
 * @param schemas none at the start, or where nothing may be kept
 * @param changed the roles whose permissions are others; empty when more than that has changed
 */
record FormerSchemas(Optional<RoleSchemas> schemas, Optional<Set<String>> changed) {
    /** Nothing was before. */
    static final FormerSchemas NONE = new FormerSchemas(Optional.empty(), Optional.empty());

    /** These, of which the schemas of all roles but those may be kept as they are. */
    static FormerSchemas of(RoleSchemas schemas, Optional<Set<String>> changed) {
        return new FormerSchemas(Optional.of(schemas), changed);
    }

    private Optional<RoleSchema> of(RoleSchemas.Seen seen) {
        return schemas.flatMap(former -> former.built(seen));
    }

    /** What need not be built anew. */
    Optional<RoleSchema> unchanged(RoleSchemas.Seen seen, RoleHierarchy hierarchy) {
        return changed.isPresent()
                        && Collections.disjoint(changed.get(), hierarchy.withAncestors(seen.role()))
                ? of(seen)
                : Optional.empty();
    }

    /** What was left out of one of them. */
    Set<Inconsistency> found(RoleSchemas.Seen seen) {
        return schemas.map(former -> former.found().get(seen)).orElse(Set.of());
    }

    /** A schema that is as it was is the same object: the plans for it stay. */
    RoleSchema sameOrNew(RoleSchemas.Seen seen, RoleSchema built) {
        return of(seen).filter(built::equals).orElse(built);
    }

    /** The types that the tables gave, by table. */
    Map<TableName, TypesOfTable> parts(RoleSchemas.Seen seen) {
        return of(seen).map(RoleSchema::parts).orElse(Map.of());
    }
}
