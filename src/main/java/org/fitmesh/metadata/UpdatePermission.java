package org.fitmesh.metadata;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;

/**
 * An update permission of a role.
 *
 * @param filter boolean expression: which rows may be changed
 * @param check boolean expression that each changed row must meet; {@code {}} when absent
 * @param presets column to a literal or a session variable
 * @param validation who is asked before
 */
public record UpdatePermission(
        String role,
        ColumnSet columns,
        JsonNode filter,
        JsonNode check,
        Map<String, JsonNode> presets,
        boolean backendOnly,
        Optional<InputValidation> validation) {}
