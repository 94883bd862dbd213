package org.fitmesh.auth;

import java.util.Map;

/**
 * Who is asking.
 *
 * @param role the role in force for this request
 * @param variables session variables, names in lower case and starting with {@code x-hasura-};
 *     {@code x-hasura-role} is always among them
 * @param trusted whether the caller proved to be the administrator (or no admin secret is
 *     configured), whatever role it took on: {@code backend_only} permissions ask for it
 */
public record Session(String role, Map<String, String> variables, boolean trusted) {
    /** The role that bypasses all permissions. */
    public static final String ADMIN = "admin";

    /** The session that an administrator asks for in headers; {@code admin} where none is asked. */
    public static Session trusted(RequestHeaders headers) {
        Map<String, String> asked = SessionVariables.ofHeaders(headers);
        // A value that is no boolean fails here, before anything is done for the request.
        SessionVariables.asksForBackendOnlyPermissions(asked);
        String inForce = SessionVariables.requestedRole(headers).orElse(ADMIN);
        return SessionVariables.session(inForce, asked, true);
    }

    public boolean isAdmin() {
        return ADMIN.equals(role);
    }

    /**
     * Whether this request may use mutations whose permission is {@code backend_only}: it asked for
     * them in {@code x-hasura-use-backend-only-permissions}, and may ask.
     */
    public boolean usesBackendOnlyPermissions() {
        return trusted && SessionVariables.asksForBackendOnlyPermissions(variables);
    }
}
