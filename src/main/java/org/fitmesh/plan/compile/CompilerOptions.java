package org.fitmesh.plan.compile;

import java.util.Map;
import org.fitmesh.catalog.TableName;
import org.fitmesh.schema.filter.Filter;

/**
 * What holds for every statement of a plan.
 *
 * @param stringifyNumbers whether bigint, numeric, float8 and money leave as strings ({@code
 *     HASURA_GRAPHQL_STRINGIFY_NUMERIC_TYPES})
 * @param readableIn the columns that the role does not read in every row: per table and column, in
 *     which rows it does
 * @param capitalEnums whether values of enum tables leave in capitals
 */
public record CompilerOptions(
        boolean stringifyNumbers,
        Map<TableName, Map<String, Filter>> readableIn,
        boolean capitalEnums) {}
