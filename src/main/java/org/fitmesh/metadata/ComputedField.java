package org.fitmesh.metadata;

import java.util.Optional;
import org.fitmesh.catalog.FunctionName;

/**
 * An entry of {@code computed_fields}: a field whose value a function computes of the row.
 *
 * @param tableArgument the argument that takes the row; absent: the first
 * @param sessionArgument the argument that takes the session variables
 * @param comment what introspection tells; absent: what the database says of the function; empty:
 *     nothing
 */
public record ComputedField(
        String name,
        FunctionName function,
        Optional<String> tableArgument,
        Optional<String> sessionArgument,
        Optional<String> comment) {}
