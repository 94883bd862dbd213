package org.fitmesh.auth;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.fitmesh.auth.jwt.TokenVerifier;
import org.fitmesh.auth.jwt.VerifiedClaims;
import org.fitmesh.config.InvalidSettingException;
import org.fitmesh.config.Settings;
import org.fitmesh.error.ErrorCode;
import org.fitmesh.error.ErrorPath;
import org.fitmesh.error.RequestException;

/**
 * Finds out who is asking, in Hasura's order: no admin secret configured, admin secret sent, token,
 * unauthorized role. Safe for use by many threads.
 */
public final class Authenticator {
    private static final String MISSING_TOKEN =
            "Missing 'Authorization' or 'Cookie' header in JWT authentication mode";
    private static final String FOREIGN_ROLE = "Your requested role is not in allowed roles";

    private final Optional<AdminSecret> adminSecret;
    private final Optional<JwtAuthentication> jwt;
    private final Optional<String> unauthorizedRole;

    /**
     * @param jwt how tokens are verified; absent: tokens are not looked at
     */
    public Authenticator(Settings.Authentication settings, Optional<JwtAuthentication> jwt) {
        this.adminSecret = settings.adminSecret().map(AdminSecret::new);
        this.jwt = jwt;
        this.unauthorizedRole = settings.unauthorizedRole();
    }

    /**
     * An authenticator as the settings say, which fetches key sets over HTTP.
     *
     * @throws InvalidSettingException if HASURA_GRAPHQL_JWT_SECRET cannot be used
     */
    public static Authenticator of(Settings.Authentication settings, InstantSource clock) {
        return new Authenticator(
                settings, settings.jwtSecret().map(text -> JwtAuthentication.of(text, clock)));
    }

    /** One for each configuration of tokens; none without any. */
    List<TokenVerifier> verifiers() {
        return jwt.map(JwtAuthentication::verifiers).orElse(List.of());
    }

    /** Fetches the key sets that tokens are verified with, so that the first request need not. */
    public void fetchKeys() {
        jwt.ifPresent(JwtAuthentication::fetchKeys);
    }

    /**
     * Who is asking.
     *
     * @throws RequestException with Hasura's code and message; {@link AuthenticationStatus} knows
     *     the HTTP status
     */
    public Session authenticate(RequestHeaders headers) {
        return identify(headers).session();
    }

    /**
     * Who is asking, with the claims of the token: for connections that last, and for Java code.
     *
     * @throws RequestException as {@link #authenticate}
     */
    public Identity identify(RequestHeaders headers) {
        if (adminSecret.isEmpty() || adminSecret.get().isIn(headers)) {
            return withoutToken(Session.trusted(headers));
        }
        Optional<VerifiedClaims> claims = jwt.flatMap(verifier -> verifier.verify(headers));
        if (claims.isPresent()) {
            return new Identity(ofToken(claims.get(), headers), claims);
        }
        if (unauthorizedRole.isPresent()) {
            return withoutToken(
                    SessionVariables.session(
                            unauthorizedRole.get(), SessionVariables.ofHeaders(headers), false));
        }
        if (jwt.isPresent()) {
            throw new RequestException(ErrorCode.INVALID_HEADERS, MISSING_TOKEN, ErrorPath.ROOT);
        }
        throw AdminSecret.denied(AdminSecret.MISSING);
    }

    private static Session ofToken(VerifiedClaims claims, RequestHeaders headers) {
        String role = SessionVariables.requestedRole(headers).orElse(claims.defaultRole());
        if (!claims.allowedRoles().contains(role)) {
            throw new RequestException(ErrorCode.ACCESS_DENIED, FOREIGN_ROLE, ErrorPath.ROOT);
        }
        return SessionVariables.session(role, claims.variables(), false);
    }

    private static Identity withoutToken(Session session) {
        return new Identity(session, Optional.empty());
    }
}
