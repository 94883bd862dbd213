package org.fitmesh.auth.jwt;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * One entry of HASURA_GRAPHQL_JWT_SECRET.
 *
 * @param key of {@code type} and {@code key}; absent if the keys are at {@code jwkUrl}
 * @param jwkUrl where the issuer's keys are; absent if there is a key
 * @param audience tokens must be meant for one of them; empty: any
 * @param issuer tokens must come from it; absent: any
 * @param allowedSkew how much the issuer's clock may differ
 */
public record JwtConfiguration(
        Optional<VerificationKey> key,
        Optional<URI> jwkUrl,
        HasuraClaims claims,
        Set<String> audience,
        Optional<String> issuer,
        Duration allowedSkew,
        TokenLocation location) {}
