package org.fitmesh.schema.access;

import java.util.Map;
import java.util.Set;
import org.fitmesh.schema.filter.Filter;
import org.fitmesh.schema.filter.Operand;

/**
 * What a role may insert into a table.
 *
 * @param columns names in the database of what the client may give
 * @param check what each new row must meet
 * @param presets column to the value that the server gives
 */
public record InsertAccess(
        Set<String> columns, Filter check, Map<String, Operand> presets, boolean backendOnly) {}
