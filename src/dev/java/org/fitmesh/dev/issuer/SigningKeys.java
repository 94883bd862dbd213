package org.fitmesh.dev.issuer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.lang.JoseException;

/** The issuer's RSA keys, the newest signs; kept in a file when there is one. */
final class SigningKeys {

    private static final int BITS = 2048;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Path file;
    private final List<RsaJsonWebKey> keys = new ArrayList<>();

    /**
     * Reads the keys of the last run, or makes the first.
     *
     * @param file where they are kept; null: nowhere
     */
    SigningKeys(Path file) throws IOException {
        this.file = file;
        try {
            if (file != null && Files.exists(file)) read();
            if (keys.isEmpty()) rotate(false);
        } catch (JoseException e) {
            throw new IOException("cannot read " + file + ": delete it and start again", e);
        }
    }

    synchronized RsaJsonWebKey current() {
        return keys.get(keys.size() - 1);
    }

    /** The public halves as a JWK Set (RFC 7517). */
    synchronized String published() {
        return new JsonWebKeySet(keys).toJson(OutputControlLevel.PUBLIC_ONLY);
    }

    /**
     * Signs with a new key from now on.
     *
     * @param revoke whether the old keys are no longer published
     */
    synchronized void rotate(boolean revoke) throws IOException, JoseException {
        RsaJsonWebKey key = RsaJwkGenerator.generateJwk(BITS);
        byte[] name = new byte[10];
        RANDOM.nextBytes(name);
        key.setKeyId(HexFormat.of().formatHex(name));
        key.setUse("sig");
        key.setAlgorithm("RS256");
        if (revoke) keys.clear();
        keys.add(key);
        write();
    }

    private void read() throws IOException, JoseException {
        for (JsonWebKey key : new JsonWebKeySet(Files.readString(file)).getJsonWebKeys()) {
            if (key instanceof RsaJsonWebKey rsa) keys.add(rsa);
        }
    }

    private void write() throws IOException {
        if (file == null) return;
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, new JsonWebKeySet(keys).toJson(OutputControlLevel.INCLUDE_PRIVATE));
    }
}
