package org.fitmesh.metadata;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.fitmesh.catalog.TableName;

/** An entry of {@code tables} in a source. */
public record TrackedTable(
        TableName table,
        TableConfiguration configuration,
        List<Relationship> relationships,
        List<RemoteRelationship> remoteRelationships,
        List<ComputedField> computedFields,
        List<SelectPermission> selectPermissions,
        List<InsertPermission> insertPermissions,
        List<UpdatePermission> updatePermissions,
        List<DeletePermission> deletePermissions,
        List<EventTrigger> eventTriggers) {

    /**
     * The roles of permissions that only requests use which ask for such ({@code backend_only}).
     */
    public Set<String> backendRoles() {
        Set<String> roles = new LinkedHashSet<>();
        insertPermissions.stream()
                .filter(InsertPermission::backendOnly)
                .forEach(p -> roles.add(p.role()));
        updatePermissions.stream()
                .filter(UpdatePermission::backendOnly)
                .forEach(p -> roles.add(p.role()));
        deletePermissions.stream()
                .filter(DeletePermission::backendOnly)
                .forEach(p -> roles.add(p.role()));
        return roles;
    }

    /** What it is for every role: without permissions, and without event triggers. */
    public TrackedTable withoutPermissions() {
        return new TrackedTable(
                table,
                configuration,
                relationships,
                remoteRelationships,
                computedFields,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    /** The same table with those of its permissions to write. */
    public TrackedTable withWrites(
            Predicate<InsertPermission> inserts,
            Predicate<UpdatePermission> updates,
            Predicate<DeletePermission> deletes) {
        return new TrackedTable(
                table,
                configuration,
                relationships,
                remoteRelationships,
                computedFields,
                selectPermissions,
                insertPermissions.stream().filter(inserts).toList(),
                updatePermissions.stream().filter(updates).toList(),
                deletePermissions.stream().filter(deletes).toList(),
                eventTriggers);
    }
}
