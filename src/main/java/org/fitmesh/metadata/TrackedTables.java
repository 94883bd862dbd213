package org.fitmesh.metadata;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fitmesh.catalog.TableName;

/** Brings together what entities track and what the metadata says. */
public final class TrackedTables {
    private TrackedTables() {}

    /** Those whose rows are the values of an enum. */
    public static List<TableName> enums(List<TrackedTable> tables) {
        return tables.stream()
                .filter(table -> table.configuration().isEnum())
                .map(TrackedTable::table)
                .toList();
    }

    /**
     * All tables of both. For a table of both the metadata counts; relationships of the entity are
     * added where the metadata has none of that name.
     */
    public static List<TrackedTable> merge(
            List<TrackedTable> fromEntities, List<TrackedTable> fromMetadata) {
        Map<TableName, TrackedTable> merged = new LinkedHashMap<>();
        fromEntities.forEach(table -> merged.put(table.table(), table));
        fromMetadata.forEach(table -> merged.merge(table.table(), table, TrackedTables::merge));
        return List.copyOf(merged.values());
    }

    private static TrackedTable merge(TrackedTable entity, TrackedTable metadata) {
        Map<String, Relationship> relationships = new LinkedHashMap<>();
        entity.relationships().forEach(r -> relationships.put(r.name(), r));
        // A remote relationship or a computed field takes the name of an entity's too: a field has
        // one meaning.
        metadata.remoteRelationships().forEach(r -> relationships.remove(r.name()));
        metadata.computedFields().forEach(c -> relationships.remove(c.name()));
        metadata.relationships().forEach(r -> relationships.put(r.name(), r));
        return new TrackedTable(
                metadata.table(),
                metadata.configuration(),
                List.copyOf(relationships.values()),
                metadata.remoteRelationships(),
                metadata.computedFields(),
                metadata.selectPermissions(),
                metadata.insertPermissions(),
                metadata.updatePermissions(),
                metadata.deletePermissions(),
                metadata.eventTriggers());
    }
}
