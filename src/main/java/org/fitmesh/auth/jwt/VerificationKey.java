package org.fitmesh.auth.jwt;

import java.security.Key;
import java.util.Optional;
import java.util.Set;

/**
 * A key, and what it may be used for. Binding algorithms to the key is what keeps a public key from
 * being taken for an HMAC secret (RFC 8725 section 3.1).
 *
 * @param id the {@code kid} of tokens that it signs; absent: any
 * @param algorithms the values of {@code alg} that it may verify
 */
record VerificationKey(Optional<String> id, Set<String> algorithms, Key key) {
    /** Nothing of the key. */
    @Override
    public String toString() {
        return "VerificationKey" + id.map(text -> "[" + text + "]").orElse("");
    }
}
