package org.fitmesh.metadata;

import java.util.List;
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
        List<EventTrigger> eventTriggers) {}
