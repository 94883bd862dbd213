package org.fitmesh.auth.jwt;

import java.util.List;
import java.util.Objects;
import java.util.function.ToLongFunction;
import org.fitmesh.cache.KeptCache;

/**
 * The key sets that were fetched from issuers, as one cache for administrators.
 *
 * @param sources those of all configurations that name an address
 */
record IssuerKeys(List<RemoteKeys> sources) implements KeptCache {
    /** Of those verifiers that do not have their key in the settings. */
    static IssuerKeys of(List<TokenVerifier> verifiers) {
        return new IssuerKeys(
                verifiers.stream()
                        .map(TokenVerifier::keySource)
                        .map(source -> source instanceof RemoteKeys remote ? remote : null)
                        .filter(Objects::nonNull)
                        .toList());
    }

    @Override
    public String name() {
        return "jwks";
    }

    @Override
    public String holds() {
        return "Keys of token issuers (jwk_url). A miss is a fetch. Emptied, the issuer is asked"
                + " with the next token; until it answers, the last good keys stay in use.";
    }

    @Override
    public String unit() {
        return "entries";
    }

    @Override
    public long entries() {
        return sum(RemoteKeys::size);
    }

    @Override
    public long used() {
        return entries();
    }

    /** As many as the issuers have: there is no other limit than the size of their answer. */
    @Override
    public long limit() {
        return entries();
    }

    @Override
    public long hits() {
        return sum(RemoteKeys::uses);
    }

    @Override
    public long misses() {
        return sum(RemoteKeys::fetches);
    }

    @Override
    public void clear() {
        sources.forEach(RemoteKeys::outdate);
    }

    private long sum(ToLongFunction<RemoteKeys> number) {
        return sources.stream().mapToLong(number).sum();
    }
}
