package org.fitmesh.auth.caller;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.jwt.Claims;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.fitmesh.auth.Identity;
import org.fitmesh.auth.jwt.VerifiedClaims;

/**
 * A request's caller as the container keeps it. Without a token there are no claims.
 *
 * <p>Equal to itself only: two callers of one name may hold different tokens.
 */
final class CallerPrincipal implements JsonWebToken {
    static final String USER_ID = "x-hasura-user-id";

    private final Identity identity;
    private volatile Map<String, Object> claims;

    CallerPrincipal(Identity identity) {
        this.identity = identity;
    }

    Identity identity() {
        return identity;
    }

    /**
     * The session variable {@code x-hasura-user-id}, else what MicroProfile JWT calls the name of a
     * token, else the role: a container knows no caller without a name.
     */
    @Override
    public String getName() {
        String user = identity.session().variables().get(USER_ID);
        if (user != null) {
            return user;
        }
        return text(Claims.upn)
                .or(() -> text(Claims.preferred_username))
                .or(() -> text(Claims.sub))
                .orElseGet(() -> identity.session().role());
    }

    private Optional<String> text(Claims claim) {
        return claims().get(claim.name()) instanceof String text
                ? Optional.of(text)
                : Optional.empty();
    }

    /**
     * The roles that the token allows: Hasura's claim is what MicroProfile JWT calls groups. The
     * container's roles are fewer: the one in force. The claim {@code groups} itself is a claim as
     * any other.
     */
    @Override
    public Set<String> getGroups() {
        return identity.claims().map(VerifiedClaims::allowedRoles).orElse(Set.of());
    }

    @Override
    public Set<String> getClaimNames() {
        return claims().keySet();
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> T getClaim(String name) {
        return (T) claims().get(name);
    }

    /** Zero for a token that never ends, where the interface's own method would fail. */
    @Override
    public long getExpirationTime() {
        return seconds(Claims.exp);
    }

    /** Zero for a token that does not say. */
    @Override
    public long getIssuedAtTime() {
        return seconds(Claims.iat);
    }

    private long seconds(Claims claim) {
        return claims().get(claim.name()) instanceof Long seconds ? seconds : 0;
    }

    /** Read when somebody asks; two threads that ask at once read the same. */
    private Map<String, Object> claims() {
        if (claims == null) {
            claims =
                    identity.claims()
                            .map(token -> TokenClaims.of(token.token()).values())
                            .orElse(Map.of());
        }
        return claims;
    }

    /** The name only: the token is a credential. */
    @Override
    public String toString() {
        return getName();
    }
}
