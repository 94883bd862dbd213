package org.fitmesh.metadata;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;

/**
 * An insert permission of a role.
 *
 * @param check boolean expression that each new row must meet
 * @param presets column to a literal or to a session variable ({@code "x-hasura-user-id"}); these
 *     columns are not in the input type
 * @param backendOnly seen only with the admin secret and {@code
 *     x-hasura-use-backend-only-permissions}
 * @param validation who is asked before
 */
public record InsertPermission(
        String role,
        ColumnSet columns,
        JsonNode check,
        Map<String, JsonNode> presets,
        boolean backendOnly,
        Optional<InputValidation> validation) {}
