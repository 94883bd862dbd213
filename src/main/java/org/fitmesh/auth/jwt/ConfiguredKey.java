package org.fitmesh.auth.jwt;

import java.util.List;

/** The one key of a configuration with {@code type} and {@code key}. */
final class ConfiguredKey implements KeySource {
    private final KeySet keys;

    ConfiguredKey(VerificationKey key) {
        this.keys = new KeySet(List.of(key));
    }

    @Override
    public KeySet current() {
        return keys;
    }

    @Override
    public KeySet afterUnknownKeyId() {
        return keys;
    }
}
