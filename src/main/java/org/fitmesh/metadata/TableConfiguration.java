package org.fitmesh.metadata;

import java.util.Map;
import java.util.Optional;

/**
 * The {@code configuration} of a tracked table.
 *
 * @param customName the base of its GraphQL names
 * @param customRootFields Hasura's key ({@code select}, {@code select_by_pk}, {@code insert_one},
 *     …) to the name of the root field
 * @param columnNames column to its name in GraphQL, where they differ
 */
public record TableConfiguration(
        Optional<String> customName,
        Map<String, String> customRootFields,
        Map<String, String> columnNames,
        Optional<String> comment) {
    public static final TableConfiguration NONE =
            new TableConfiguration(Optional.empty(), Map.of(), Map.of(), Optional.empty());
}
