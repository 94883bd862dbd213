package org.fitmesh.metadata;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * A delete permission of a role.
 *
 * @param filter boolean expression: which rows may be deleted
 * @param backendOnly seen only with the admin secret and {@code
 *     x-hasura-use-backend-only-permissions}
 * @param validation who is asked before
 */
public record DeletePermission(
        String role, JsonNode filter, boolean backendOnly, Optional<InputValidation> validation) {}
