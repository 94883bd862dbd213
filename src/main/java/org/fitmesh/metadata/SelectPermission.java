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
 * @param limit the most rows of any list, when given; one below 0 makes it inconsistent
 * @param queryRootFields of {@link #QUERY_ROOT_FIELDS}; absent: all
 * @param subscriptionRootFields of those and {@code select_stream}; absent: all
 */
public record SelectPermission(
        String role,
        ColumnSet columns,
        Set<String> computedFields,
        JsonNode filter,
        OptionalInt limit,
        boolean allowAggregations,
        Optional<Set<String>> queryRootFields,
        Optional<Set<String>> subscriptionRootFields) {
    /** What may stand in {@code query_root_fields}. */
    public static final Set<String> QUERY_ROOT_FIELDS =
            Set.of("select", "select_by_pk", "select_aggregate");

    /** What may stand in {@code subscription_root_fields}. */
    public static final Set<String> SUBSCRIPTION_ROOT_FIELDS =
            Set.of("select", "select_by_pk", "select_aggregate", "select_stream");

    /** Does the permission name that root field itself, for queries or subscriptions? */
    public boolean names(String rootField) {
        return queryRootFields.filter(fields -> fields.contains(rootField)).isPresent()
                || subscriptionRootFields.filter(fields -> fields.contains(rootField)).isPresent();
    }
}
