package org.fitmesh.auth.jwt;

import java.util.Map;
import java.util.Set;

/**
 * What a token says whose signature is right.
 *
 * @param allowedRoles the roles that a request may pick with {@code x-hasura-role}
 * @param defaultRole the role of a request that picks none; it must be allowed too
 * @param variables the other {@code x-hasura-*} claims, names in lower case
 */
public record VerifiedClaims(
        Set<String> allowedRoles,
        String defaultRole,
        Map<String, String> variables,
        Validity validity) {}
