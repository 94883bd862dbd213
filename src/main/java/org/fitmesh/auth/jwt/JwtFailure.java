package org.fitmesh.auth.jwt;

import org.fitmesh.error.ErrorCode;
import org.fitmesh.error.ErrorPath;
import org.fitmesh.error.RequestException;

/** The failures of a token, in Hasura's words. */
final class JwtFailure {
    private JwtFailure() {}

    /**
     * @param reason the name that Hasura's JOSE library gives the reason, such as {@code
     *     JWTExpired}
     */
    static RequestException unverified(String reason) {
        return of(ErrorCode.INVALID_JWT, "Could not verify JWT: " + reason);
    }

    static RequestException badSignature() {
        return unverified("JWSError JWSInvalidSignature");
    }

    static RequestException invalidClaims(String message) {
        return of(ErrorCode.JWT_INVALID_CLAIMS, message);
    }

    static RequestException missingRoleClaim(String name) {
        return of(ErrorCode.JWT_MISSING_ROLE_CLAIMS, "JWT claim does not contain \"" + name + "\"");
    }

    private static RequestException of(ErrorCode code, String message) {
        return new RequestException(code, message, ErrorPath.ROOT);
    }
}
