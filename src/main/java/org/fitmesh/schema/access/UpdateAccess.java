package org.fitmesh.schema.access;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fitmesh.metadata.InputValidation;
import org.fitmesh.schema.filter.Filter;
import org.fitmesh.schema.filter.Operand;

/**
 * What a role may change in a table; an upsert needs it for its second half.
 *
 * @param columns names in the database of what the client may give
 * @param filter which rows may be changed
 * @param check what each changed row must meet
 * @param presets column to the value that the server gives
 * @param backendOnly see {@link InsertAccess#backendOnly}
 * @param validation who is asked before
 */
public record UpdateAccess(
        Set<String> columns,
        Filter filter,
        Filter check,
        Map<String, Operand> presets,
        boolean backendOnly,
        Optional<InputValidation> validation) {}
