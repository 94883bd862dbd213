package org.fitmesh.auth.jwt;

import com.github.benmanes.caffeine.cache.Cache;
import java.util.List;
import org.fitmesh.cache.BoundedCache;
import org.fitmesh.cache.KeptCache;

/** What the verifying of tokens keeps, as administrators see it. */
public final class TokenCaches {
    private TokenCaches() {}

    /** The tokens that were verified, of all configurations together. */
    public static KeptCache tokens(List<TokenVerifier> verifiers) {
        return new BoundedCache(
                "tokens",
                "Tokens that were verified, with their claims; the time of each is checked again"
                        + " with each request. Emptied, each token is verified again when it"
                        + " comes.",
                "characters",
                () -> verifiers.stream().<Cache<?, ?>>map(TokenVerifier::remembered).toList());
    }

    /** The keys that were fetched from the addresses of the configurations. */
    public static KeptCache keys(List<TokenVerifier> verifiers) {
        return IssuerKeys.of(verifiers);
    }
}
