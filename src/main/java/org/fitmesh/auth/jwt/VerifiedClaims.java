package org.fitmesh.auth.jwt;

import java.util.Map;
import java.util.Set;

/**
 * What a token says whose signature is right.
 *
 * @param token the token itself, a credential; what else it says is read from it by whoever asks
 *     (it is kept anyway, and most requests ask for nothing else)
 * @param allowedRoles the roles that a request may pick with {@code x-hasura-role}
 * @param defaultRole the role of a request that picks none; it must be allowed too
 * @param variables the other {@code x-hasura-*} claims, names in lower case
 */
public record VerifiedClaims(
        String token,
        Set<String> allowedRoles,
        String defaultRole,
        Map<String, String> variables,
        Validity validity) {

    /** Without the token and the values of the claims. */
    @Override
    public String toString() {
        return "VerifiedClaims[" + defaultRole + " of " + allowedRoles + "]";
    }
}
