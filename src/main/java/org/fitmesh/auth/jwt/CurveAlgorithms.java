package org.fitmesh.auth.jwt;

import java.security.interfaces.ECPublicKey;
import java.util.Set;

/** Which signature algorithm belongs to an elliptic curve (RFC 7518 section 3.4). */
final class CurveAlgorithms {
    private CurveAlgorithms() {}

    /** The one {@code alg} for this key; empty for a curve that JWTs do not use. */
    static Set<String> of(ECPublicKey key) {
        return switch (key.getParams().getOrder().bitLength()) {
            case 256 -> Set.of("ES256");
            case 384 -> Set.of("ES384");
            case 521 -> Set.of("ES512");
            default -> Set.of();
        };
    }
}
