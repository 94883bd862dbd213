package org.fitmesh.auth;

import java.util.Set;
import org.fitmesh.error.ErrorCode;
import org.fitmesh.error.RequestException;

/** The HTTP status of a failed authentication, on the paths that do not answer 200 for all. */
public final class AuthenticationStatus {
    private static final Set<String> UNAUTHORIZED = Set.of(AdminSecret.WRONG, AdminSecret.MISSING);

    private AuthenticationStatus() {}

    /**
     * 401 if the admin secret is missing or wrong, 400 for everything that is wrong with a token or
     * a role, as Hasura answers. The code alone does not tell: a role that is not allowed is {@code
     * access-denied} too.
     *
     * @param failure what {@link Authenticator#authenticate} threw
     */
    public static int of(RequestException failure) {
        boolean unauthorized =
                failure.code() == ErrorCode.ACCESS_DENIED
                        && UNAUTHORIZED.contains(failure.getMessage());
        return unauthorized ? 401 : 400;
    }
}
