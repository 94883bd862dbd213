package org.fitmesh.auth.jwt;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.fitmesh.error.RequestException;

/**
 * When a token counts (RFC 7519 sections 4.1.4 to 4.1.6); each claim may be missing.
 *
 * @param expires {@code exp}: it counts before this moment
 * @param notBefore {@code nbf}: it counts from this moment on
 * @param issuedAt {@code iat}: Hasura refuses a token from the future
 */
public record Validity(
        Optional<Instant> expires, Optional<Instant> notBefore, Optional<Instant> issuedAt) {

    /** More would not fit {@link Instant#plus}; as a date it is as good as never. */
    private static final double FARTHEST = 1e15;

    static Validity of(JsonNode payload) {
        return new Validity(date(payload, "exp"), date(payload, "nbf"), date(payload, "iat"));
    }

    /**
     * @param skew how much the issuer's clock may differ
     * @throws RequestException if the token does not count at this moment
     */
    void check(Instant now, Duration skew) {
        if (expires.isPresent() && !now.isBefore(expires.get().plus(skew))) {
            throw JwtFailure.unverified("JWTExpired");
        }
        if (issuedAt.isPresent() && now.plus(skew).isBefore(issuedAt.get())) {
            throw JwtFailure.unverified("JWTIssuedAtFuture");
        }
        if (notBefore.isPresent() && now.plus(skew).isBefore(notBefore.get())) {
            throw JwtFailure.unverified("JWTNotYetValid");
        }
    }

    private static Optional<Instant> date(JsonNode payload, String claim) {
        JsonNode value = payload.get(claim);
        if (value == null || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isNumber()) {
            throw JwtFailure.unverified(
                    "JWTClaimsSetDecodeError \"Error in $." + claim + ": expected a number\"");
        }
        double seconds = Math.max(-FARTHEST, Math.min(FARTHEST, value.doubleValue()));
        return Optional.of(Instant.ofEpochMilli((long) (seconds * 1000)));
    }
}
