package org.fitmesh.auth.jwt;

import java.security.Key;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.lang.JoseException;

/** Reads a JWK set (RFC 7517 section 5). */
final class JwkSet {
    private static final Set<String> RSA_ALGORITHMS =
            Set.of("RS256", "RS384", "RS512", "PS256", "PS384", "PS512");

    private JwkSet() {}

    /**
     * The public signature keys of a set; others are left out, as the RFC asks.
     *
     * @throws JwkSetEndpoint.FetchException if there is none
     */
    static KeySet parse(String json) throws JwkSetEndpoint.FetchException {
        try {
            KeySet keys =
                    new KeySet(
                            new JsonWebKeySet(json)
                                    .getJsonWebKeys().stream().flatMap(JwkSet::key).toList());
            if (keys.isEmpty()) {
                throw new JwkSetEndpoint.FetchException("the answer has no key to verify with");
            }
            return keys;
        } catch (JoseException | RuntimeException e) {
            throw new JwkSetEndpoint.FetchException("the answer is not a JWK set");
        }
    }

    private static Stream<VerificationKey> key(JsonWebKey jwk) {
        boolean forSignatures = jwk.getUse() == null || jwk.getUse().equals("sig");
        if (!forSignatures || !(jwk instanceof PublicJsonWebKey publicJwk)) {
            return Stream.empty();
        }
        Set<String> algorithms = algorithms(publicJwk.getPublicKey(), jwk.getAlgorithm());
        if (algorithms.isEmpty()) {
            return Stream.empty();
        }
        return Stream.of(
                new VerificationKey(
                        Optional.ofNullable(jwk.getKeyId()), algorithms, publicJwk.getPublicKey()));
    }

    private static Set<String> algorithms(Key key, String only) {
        Set<String> possible = possible(key);
        if (only == null) {
            return possible;
        }
        return possible.contains(only) ? Set.of(only) : Set.of();
    }

    private static Set<String> possible(Key key) {
        if (key instanceof RSAPublicKey) {
            return RSA_ALGORITHMS;
        }
        if (key instanceof ECPublicKey ec) {
            return CurveAlgorithms.of(ec);
        }
        return Set.of("EdDSA", "Ed25519").contains(key.getAlgorithm()) ? Set.of("EdDSA") : Set.of();
    }
}
