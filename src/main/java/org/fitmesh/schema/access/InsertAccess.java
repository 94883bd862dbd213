package org.fitmesh.schema.access;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fitmesh.metadata.InputValidation;
import org.fitmesh.schema.filter.Filter;
import org.fitmesh.schema.filter.Operand;

/**
 * What a role may insert into a table.
 *
 * @param columns names in the database of what the client may give
 * @param check what each new row must meet
 * @param presets column to the value that the server gives
 * @param backendOnly whether it is only for requests that use {@code backend_only} permissions
 * @param validation who is asked before
 */
public record InsertAccess(
        Set<String> columns,
        Filter check,
        Map<String, Operand> presets,
        boolean backendOnly,
        Optional<InputValidation> validation) {}
