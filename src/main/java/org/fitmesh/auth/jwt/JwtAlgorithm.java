package org.fitmesh.auth.jwt;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** The values of {@code type} in Hasura's JWT configuration. */
enum JwtAlgorithm {
    HS256(Family.HMAC, "HS256"),
    HS384(Family.HMAC, "HS384"),
    HS512(Family.HMAC, "HS512"),
    RS256(Family.RSA, "RS256"),
    RS384(Family.RSA, "RS384"),
    RS512(Family.RSA, "RS512"),
    ES256(Family.EC, "ES256"),
    ES384(Family.EC, "ES384"),
    ES512(Family.EC, "ES512"),
    /** In a token's header its name is {@code EdDSA} (RFC 8037). */
    ED25519(Family.EDWARDS, "EdDSA");

    /** What kind of key it needs. */
    enum Family {
        HMAC,
        RSA,
        EC,
        EDWARDS
    }

    private final Family family;
    private final String headerName;

    JwtAlgorithm(Family family, String headerName) {
        this.family = family;
        this.headerName = headerName;
    }

    Family family() {
        return family;
    }

    /** The {@code alg} of a token's header. */
    String headerName() {
        return headerName;
    }

    /** As it is written in the configuration. */
    String text() {
        return this == ED25519 ? "Ed25519" : name();
    }

    /** The digits of the name: an HMAC secret must have at least as many bits. */
    int bits() {
        return Integer.parseInt(name().substring(2));
    }

    static Optional<JwtAlgorithm> of(String text) {
        return Arrays.stream(values()).filter(one -> one.text().equals(text)).findFirst();
    }

    static String all() {
        return Arrays.stream(values()).map(JwtAlgorithm::text).collect(Collectors.joining(", "));
    }
}
