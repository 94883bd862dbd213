package org.fitmesh.auth.jwt;

import java.util.List;
import java.util.Optional;

/** The keys that count at a moment. */
record KeySet(List<VerificationKey> keys) {
    static final KeySet NONE = new KeySet(List.of());

    KeySet {
        keys = List.copyOf(keys);
    }

    boolean isEmpty() {
        return keys.isEmpty();
    }

    /** Whether a token with this {@code kid} could be verified; a token without one may always. */
    boolean knows(Optional<String> keyId) {
        return keyId.isEmpty() || keys.stream().anyMatch(key -> key.id().equals(keyId));
    }

    /**
     * The keys to try: those with the token's key id, else those without any; all of them for a
     * token without key id.
     */
    List<VerificationKey> candidates(Optional<String> keyId, String algorithm) {
        boolean known = knows(keyId);
        return keys.stream()
                .filter(key -> key.algorithms().contains(algorithm))
                .filter(key -> keyId.isEmpty() || key.id().equals(known ? keyId : Optional.empty()))
                .toList();
    }
}
