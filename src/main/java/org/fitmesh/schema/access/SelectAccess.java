package org.fitmesh.schema.access;

import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.fitmesh.metadata.SelectPermission;
import org.fitmesh.schema.filter.Filter;

/**
 * What a role may read of a table.
 *
 * @param columns names in the database
 * @param computedFields names of those with a single value
 * @param limit the most rows of any list
 * @param rootFields of {@code select}, {@code select_by_pk}, {@code select_aggregate}
 * @param readableIn for a column or computed field that is not readable in every row: in which rows
 *     it is; in others it counts as null. Only inherited roles have such columns.
 */
public record SelectAccess(
        Set<String> columns,
        Set<String> computedFields,
        Filter filter,
        OptionalInt limit,
        boolean aggregations,
        Set<String> rootFields,
        Map<String, Filter> readableIn) {
    /** All that Hasura's {@code query_root_fields} may name. */
    public static final Set<String> ALL_ROOT_FIELDS = SelectPermission.QUERY_ROOT_FIELDS;

    /** A permission whose columns are readable in all of its rows. */
    SelectAccess(
            Set<String> columns,
            Set<String> computedFields,
            Filter filter,
            OptionalInt limit,
            boolean aggregations,
            Set<String> rootFields) {
        this(columns, computedFields, filter, limit, aggregations, rootFields, Map.of());
    }
}
