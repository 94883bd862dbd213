package org.fitmesh.auth;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fitmesh.error.ErrorCode;
import org.fitmesh.error.ErrorPath;
import org.fitmesh.error.RequestException;

/** Hasura's rules for session variables. */
final class SessionVariables {
    static final String ROLE = "x-hasura-role";
    static final String BACKEND_ONLY = "x-hasura-use-backend-only-permissions";

    private static final String PREFIX = "x-hasura-";
    private static final Set<String> TRUE = Set.of("true", "t", "yes", "y");
    private static final Set<String> FALSE = Set.of("false", "f", "no", "n");

    private SessionVariables() {}

    /** The variables that the request itself brings, without any that is a secret. */
    static Map<String, String> ofHeaders(RequestHeaders headers) {
        Map<String, String> variables = new HashMap<>();
        headers.byLowerCaseName()
                .forEach(
                        (name, value) -> {
                            if (name.startsWith(PREFIX) && !AdminSecret.HEADERS.contains(name)) {
                                variables.put(name, value);
                            }
                        });
        return variables;
    }

    /** The role that the request asks for; an empty one counts as none. */
    static Optional<String> requestedRole(RequestHeaders headers) {
        return headers.get(ROLE).filter(role -> !role.isEmpty());
    }

    /** A session of this role, with {@code x-hasura-role} among its variables. */
    static Session session(String role, Map<String, String> variables, boolean trusted) {
        Map<String, String> all = new HashMap<>(variables);
        all.put(ROLE, role);
        return new Session(role, Map.copyOf(all), trusted);
    }

    /**
     * @throws RequestException if the variable is there and no boolean
     */
    static boolean asksForBackendOnlyPermissions(Map<String, String> variables) {
        String text = variables.get(BACKEND_ONLY);
        if (text == null) {
            return false;
        }
        String word = text.toLowerCase(Locale.ROOT);
        if (TRUE.contains(word)) {
            return true;
        }
        if (FALSE.contains(word)) {
            return false;
        }
        throw new RequestException(
                ErrorCode.BAD_REQUEST,
                BACKEND_ONLY
                        + ":  Not a valid boolean text. True values are [\"true\",\"t\",\"yes\",\"y\"]"
                        + " and  False values are [\"false\",\"f\",\"no\",\"n\"]. All values are case"
                        + " insensitive",
                ErrorPath.ROOT);
    }
}
