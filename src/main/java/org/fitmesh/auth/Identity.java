package org.fitmesh.auth;

import java.time.Instant;
import java.util.Optional;
import org.fitmesh.auth.jwt.VerifiedClaims;

/**
 * Who is asking, and how that is known.
 *
 * @param claims of the token; absent when there was none, or the admin secret came first
 */
public record Identity(Session session, Optional<VerifiedClaims> claims) {

    /**
     * When the token ends ({@code exp}), at which a WebSocket is closed; absent without a token or
     * when the token never ends.
     */
    public Optional<Instant> expires() {
        return claims.flatMap(token -> token.validity().expires());
    }
}
