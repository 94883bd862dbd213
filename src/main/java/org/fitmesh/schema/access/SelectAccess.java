package org.fitmesh.schema.access;

import java.util.OptionalInt;
import java.util.Set;
import org.fitmesh.schema.filter.Filter;

/**
 * What a role may read of a table.
 *
 * @param columns names in the database
 * @param computedFields names of those with a single value
 * @param limit the most rows of any list
 * @param rootFields of {@code select}, {@code select_by_pk}, {@code select_aggregate}
 */
public record SelectAccess(
        Set<String> columns,
        Set<String> computedFields,
        Filter filter,
        OptionalInt limit,
        boolean aggregations,
        Set<String> rootFields) {
    /** All that Hasura's {@code query_root_fields} may name. */
    public static final Set<String> ALL_ROOT_FIELDS =
            Set.of("select", "select_by_pk", "select_aggregate");
}
