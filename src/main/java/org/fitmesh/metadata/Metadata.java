package org.fitmesh.metadata;

import java.util.List;

/**
 * Metadata of version 3, as far as Fitmesh honours it.
 *
 * @param tables of the source that is served ({@link ServedSource})
 * @param functions of the same source
 * @param customization of the same source
 * @param inconsistencies what was written but could not be read
 */
public record Metadata(
        List<TrackedTable> tables,
        List<TrackedFunction> functions,
        List<RemoteSchemaDefinition> remoteSchemas,
        RoleDefinitions roles,
        SourceCustomization customization,
        List<Inconsistency> inconsistencies) {
    /** Nothing tracked. */
    public static final Metadata EMPTY = nothing(List.of());

    /** Nothing that could be read. */
    static Metadata nothing(List<Inconsistency> inconsistencies) {
        return new Metadata(
                List.of(),
                List.of(),
                List.of(),
                RoleDefinitions.NONE,
                SourceCustomization.NONE,
                inconsistencies);
    }
}
