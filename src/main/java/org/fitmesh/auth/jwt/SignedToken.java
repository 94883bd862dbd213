package org.fitmesh.auth.jwt;

import java.util.Optional;
import java.util.regex.Pattern;
import org.fitmesh.error.RequestException;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;

/** A token in the compact form of RFC 7515 section 7.1, whose signature is not verified yet. */
final class SignedToken {
    /** The library skips characters that are not base64url; a token with such ones is none. */
    private static final Pattern COMPACT = Pattern.compile("[A-Za-z0-9_-]*(\\.[A-Za-z0-9_-]*)*");

    private final String text;
    private final Optional<String> keyId;
    private final String algorithm;

    private SignedToken(String text, JsonWebSignature parsed) {
        this.text = text;
        this.keyId = Optional.ofNullable(parsed.getKeyIdHeaderValue());
        this.algorithm = Optional.ofNullable(parsed.getAlgorithmHeaderValue()).orElse("");
    }

    /**
     * @throws RequestException if it is no token, or one without signature
     */
    static SignedToken parse(String text) {
        long parts = text.chars().filter(character -> character == '.').count() + 1;
        if (parts != 3) {
            throw JwtFailure.unverified(
                    "JWSError (CompactDecodeError Invalid number of parts: Expected 3 parts; got "
                            + parts
                            + ")");
        }
        if (!COMPACT.matcher(text).matches()) {
            throw JwtFailure.unverified("JWSError (CompactDecodeError Invalid text)");
        }
        SignedToken token = withHeader(text);
        if (token.algorithm.equals("none")) {
            throw JwtFailure.unverified("JWSError JWSNoSignatures");
        }
        return token;
    }

    /** Whatever a stranger writes into a header, such as a number as key id, ends here. */
    private static SignedToken withHeader(String text) {
        try {
            return new SignedToken(text, signature(text));
        } catch (JoseException | RuntimeException e) {
            throw JwtFailure.unverified(
                            "JWSError (JSONDecodeError \"Error in $: the header is not as it should"
                                    + " be\")")
                    .causedBy(e);
        }
    }

    /** The {@code kid} of the header. */
    Optional<String> keyId() {
        return keyId;
    }

    /**
     * The payload as text.
     *
     * @throws RequestException if none of the keys made the signature
     */
    String payloadVerifiedWith(KeySet keys) {
        if (keys.isEmpty()) {
            throw JwtFailure.unverified("JWSError NoUsableKeys");
        }
        for (VerificationKey key : keys.candidates(keyId, algorithm)) {
            Optional<String> payload = payloadVerifiedWith(key);
            if (payload.isPresent()) {
                return payload.get();
            }
        }
        throw JwtFailure.badSignature();
    }

    private Optional<String> payloadVerifiedWith(VerificationKey key) {
        try {
            JsonWebSignature signature = signature(text);
            signature.setAlgorithmConstraints(
                    new AlgorithmConstraints(
                            ConstraintType.PERMIT, key.algorithms().toArray(String[]::new)));
            signature.setKey(key.key());
            return signature.verifySignature()
                    ? Optional.of(signature.getPayload())
                    : Optional.empty();
        } catch (JoseException | RuntimeException e) {
            // A header that the library cannot make sense of, such as an unknown crit, is refused.
            return Optional.empty();
        }
    }

    private static JsonWebSignature signature(String text) throws JoseException {
        JsonWebSignature signature = new JsonWebSignature();
        signature.setCompactSerialization(text);
        return signature;
    }
}
