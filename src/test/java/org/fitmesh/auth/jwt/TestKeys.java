package org.fitmesh.auth.jwt;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.EnumMap;
import java.util.Map;
import javax.crypto.spec.SecretKeySpec;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;

/** Keys for every algorithm, generated once, and tokens signed with them. */
public final class TestKeys {
    private static final Map<JwtAlgorithm, TestKeys> ALL = new EnumMap<>(JwtAlgorithm.class);

    private final JwtAlgorithm algorithm;
    private final Key signing;
    private final String text;
    private final PublicKey publicKey;

    private TestKeys(JwtAlgorithm algorithm, Key signing, PublicKey publicKey, String text) {
        this.algorithm = algorithm;
        this.signing = signing;
        this.publicKey = publicKey;
        this.text = text;
    }

    /** The key of this test run for an algorithm, by its name in the configuration. */
    public static synchronized TestKeys of(String algorithmName) {
        return ALL.computeIfAbsent(
                JwtAlgorithm.of(algorithmName).orElseThrow(), TestKeys::generate);
    }

    /** Another key for the same algorithm. */
    public static TestKeys another(String algorithmName) {
        return generate(JwtAlgorithm.of(algorithmName).orElseThrow());
    }

    /** As it is written in the configuration: the secret, or the public key in PEM. */
    public String text() {
        return text;
    }

    /** The public key as a member of a JWK set. */
    public String jwk(String keyId) {
        try {
            JsonWebKey jwk = JsonWebKey.Factory.newJwk(publicKey);
            jwk.setKeyId(keyId);
            return jwk.toJson();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A token in the compact form, without {@code typ}. */
    public String sign(String payload, String keyId) {
        JsonWebSignature signature = new JsonWebSignature();
        signature.setPayload(payload);
        signature.setAlgorithmHeaderValue(algorithm.headerName());
        if (keyId != null) {
            signature.setKeyIdHeaderValue(keyId);
        }
        signature.setKey(signing);
        try {
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A token signed by HMAC with this text as the secret, as an attacker would. */
    public static String signWithSecret(String payload, byte[] secret) {
        SecretKeySpec key = new SecretKeySpec(secret, "HmacSHA256");
        return new TestKeys(JwtAlgorithm.HS256, key, null, "").sign(payload, null);
    }

    private static TestKeys generate(JwtAlgorithm algorithm) {
        try {
            return switch (algorithm.family()) {
                case HMAC -> hmac(algorithm);
                case RSA -> pair(algorithm, KeyPairGenerator.getInstance("RSA"));
                case EC -> pair(algorithm, curve(algorithm));
                case EDWARDS -> pair(algorithm, KeyPairGenerator.getInstance("Ed25519"));
            };
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static TestKeys hmac(JwtAlgorithm algorithm) {
        String secret = "topsecret-".repeat(6) + "+pad-" + System.nanoTime();
        SecretKeySpec key =
                new SecretKeySpec(
                        secret.getBytes(StandardCharsets.UTF_8), "HmacSHA" + algorithm.bits());
        return new TestKeys(algorithm, key, null, secret);
    }

    private static KeyPairGenerator curve(JwtAlgorithm algorithm) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        int bits = algorithm.bits() == 512 ? 521 : algorithm.bits();
        generator.initialize(new ECGenParameterSpec("secp" + bits + "r1"));
        return generator;
    }

    private static TestKeys pair(JwtAlgorithm algorithm, KeyPairGenerator generator) {
        KeyPair pair = generator.generateKeyPair();
        return new TestKeys(algorithm, pair.getPrivate(), pair.getPublic(), pem(pair.getPublic()));
    }

    private static String pem(PublicKey key) {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getEncoded());
        return "-----BEGIN PUBLIC KEY-----\n" + body + "\n-----END PUBLIC KEY-----\n";
    }
}
