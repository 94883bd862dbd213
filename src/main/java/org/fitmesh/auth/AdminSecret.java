package org.fitmesh.auth;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Optional;
import org.fitmesh.config.Secret;
import org.fitmesh.error.ErrorCode;
import org.fitmesh.error.ErrorPath;
import org.fitmesh.error.RequestException;

/** The administrator's secret, kept as a digest and compared in constant time. */
final class AdminSecret {
    /** The headers that may carry it; the second is the name of older releases. */
    static final List<String> HEADERS = List.of("x-hasura-admin-secret", "x-hasura-access-key");

    static final String WRONG = "invalid \"x-hasura-admin-secret\"/\"x-hasura-access-key\"";
    static final String MISSING =
            "\"x-hasura-admin-secret\"/\"x-hasura-access-key\" required, but not found";

    /** Cloned for each request: to find the algorithm anew costs more than the digest. */
    private final MessageDigest unused = sha256();

    private final byte[] digest;

    AdminSecret(Secret secret) {
        this.digest = sha256(secret.reveal());
    }

    /**
     * Whether the request carries the secret.
     *
     * @throws RequestException if it carries a wrong one
     */
    boolean isIn(RequestHeaders headers) {
        Optional<String> given = headers.get(HEADERS.get(0)).or(() -> headers.get(HEADERS.get(1)));
        if (given.isEmpty()) {
            return false;
        }
        // Digests have one length, so the comparison tells nothing of the secret's.
        if (!MessageDigest.isEqual(digest, sha256(given.get()))) {
            throw denied(WRONG);
        }
        return true;
    }

    static RequestException denied(String message) {
        return new RequestException(ErrorCode.ACCESS_DENIED, message, ErrorPath.ROOT);
    }

    private byte[] sha256(String text) {
        try {
            MessageDigest fresh = (MessageDigest) unused.clone();
            return fresh.digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("SHA-256 of the JDK can be cloned", e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
