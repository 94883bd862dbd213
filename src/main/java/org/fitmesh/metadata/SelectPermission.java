package org.fitmesh.metadata;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * A select permission of a role.
 *
 * @param computedFields names of the computed fields with a single value
 * @param filter boolean expression in Hasura's JSON form; {@code {}} lets every row pass
 * @param limit the most rows of any list, when given
 * @param queryRootFields of {@code select}, {@code select_by_pk}, {@code select_aggregate}; absent:
 *     all
 */
public record SelectPermission(
        String role,
        ColumnSet columns,
        Set<String> computedFields,
        JsonNode filter,
        OptionalInt limit,
        boolean allowAggregations,
        Optional<Set<String>> queryRootFields) {}
