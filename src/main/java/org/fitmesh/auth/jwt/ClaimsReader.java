package org.fitmesh.auth.jwt;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads roles and session variables from Hasura's claims. */
final class ClaimsReader {
    static final String PREFIX = "x-hasura-";
    static final String ALLOWED_ROLES = "x-hasura-allowed-roles";
    static final String DEFAULT_ROLE = "x-hasura-default-role";
    static final List<String> ROLE_CLAIMS = List.of(ALLOWED_ROLES, DEFAULT_ROLE);

    private ClaimsReader() {}

    static VerifiedClaims read(String token, Map<String, JsonNode> claims, Validity validity) {
        Set<String> allowedRoles = allowedRoles(required(claims, ALLOWED_ROLES));
        String defaultRole = defaultRole(required(claims, DEFAULT_ROLE));
        Map<String, String> variables = new HashMap<>();
        claims.forEach(
                (name, value) -> {
                    // A null is no value: a permission that needs it must fail, not compare with
                    // the text "null".
                    if (!ROLE_CLAIMS.contains(name) && !value.isNull()) {
                        variables.put(name, ClaimText.of(value));
                    }
                });
        return new VerifiedClaims(
                token, allowedRoles, defaultRole, Map.copyOf(variables), validity);
    }

    private static JsonNode required(Map<String, JsonNode> claims, String name) {
        JsonNode value = claims.get(name);
        if (value == null) {
            throw JwtFailure.missingRoleClaim(name);
        }
        return value;
    }

    private static Set<String> allowedRoles(JsonNode value) {
        String problem = "invalid \"" + ALLOWED_ROLES + "\"; should be a list of roles: ";
        if (!value.isArray()) {
            throw JwtFailure.invalidClaims(problem + mismatch("[]", "Array", value));
        }
        Set<String> roles = new LinkedHashSet<>();
        value.forEach(role -> roles.add(role(role, problem)));
        return Set.copyOf(roles);
    }

    private static String defaultRole(JsonNode value) {
        return role(value, "invalid \"" + DEFAULT_ROLE + "\"; should be a single role name: ");
    }

    private static String role(JsonNode value, String problem) {
        if (!value.isTextual()) {
            throw JwtFailure.invalidClaims(problem + mismatch("Text", "String", value));
        }
        if (value.textValue().isEmpty()) {
            throw JwtFailure.invalidClaims(problem + "empty string not allowed");
        }
        return value.textValue();
    }

    private static String mismatch(String type, String expected, JsonNode value) {
        return "parsing "
                + type
                + " failed, expected "
                + expected
                + ", but encountered "
                + kindOf(value);
    }

    /** The kind of a JSON value as Hasura's JSON library calls it. */
    private static String kindOf(JsonNode value) {
        return switch (value.getNodeType()) {
            case ARRAY -> "Array";
            case OBJECT -> "Object";
            case STRING -> "String";
            case NUMBER -> "Number";
            case BOOLEAN -> "Boolean";
            default -> "Null";
        };
    }
}
