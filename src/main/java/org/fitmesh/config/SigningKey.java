package org.fitmesh.config;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A secret with which deliveries are signed, in the form of <a
 * href="https://www.standardwebhooks.com/">Standard Webhooks</a>: {@code whsec_} and base64, or any
 * other text, whose bytes are the key.
 */
public final class SigningKey {
    private static final String PREFIX = "whsec_";
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    private SigningKey(byte[] bytes) {
        this.key = new SecretKeySpec(bytes, ALGORITHM);
    }

    /**
     * Reads a secret.
     *
     * @throws IllegalArgumentException when it is malformed; the message does not show it
     */
    public static SigningKey of(Secret secret) {
        String text = secret.reveal().strip();
        if (text.startsWith("whsk_") || text.startsWith("whpk_")) {
            throw new IllegalArgumentException(
                    "is a key pair of Standard Webhooks: give a shared secret, whsec_…");
        }
        byte[] bytes =
                text.startsWith(PREFIX)
                        ? decoded(text.substring(PREFIX.length()))
                        : text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length == 0) {
            throw malformed();
        }
        return new SigningKey(bytes);
    }

    private static byte[] decoded(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            // The exception's message quotes the secret.
            throw malformed();
        }
    }

    private static IllegalArgumentException malformed() {
        return new IllegalArgumentException(
                "is no secret of Standard Webhooks: whsec_ is followed by base64");
    }

    /** HMAC-SHA256 of those parts, one after the other. */
    public byte[] sign(byte[]... parts) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            for (byte[] part : parts) {
                mac.update(part);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, e);
        }
    }
}
