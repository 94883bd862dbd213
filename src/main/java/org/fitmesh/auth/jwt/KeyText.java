package org.fitmesh.auth.jwt;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.cert.CertificateFactory;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.spec.SecretKeySpec;
import org.fitmesh.auth.jwt.JwtAlgorithm.Family;

/** Reads {@code key} of a configuration: an HMAC secret, a PEM public key, an X.509 certificate. */
final class KeyText {
    private static final Pattern PEM =
            Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----([^-]*)-----END \\1-----");
    private static final Set<String> READABLE =
            Set.of("CERTIFICATE", "PUBLIC KEY", "RSA PUBLIC KEY");
    private static final int SMALLEST_RSA = 2048;

    /** AlgorithmIdentifier of rsaEncryption (RFC 3279 section 2.3.1), in DER. */
    private static final byte[] RSA_ALGORITHM = {
        0x30,
        0x0d,
        0x06,
        0x09,
        0x2a,
        (byte) 0x86,
        0x48,
        (byte) 0x86,
        (byte) 0xf7,
        0x0d,
        0x01,
        0x01,
        0x01,
        0x05,
        0x00
    };

    private KeyText() {}

    /** A key that cannot be used; the message shows nothing of it. */
    static final class BadKeyException extends Exception {
        private static final long serialVersionUID = 1L;

        BadKeyException(String message) {
            super(message, null, false, false);
        }
    }

    static VerificationKey read(JwtAlgorithm algorithm, String text) throws BadKeyException {
        Set<String> algorithms = Set.of(algorithm.headerName());
        if (algorithm.family() == Family.HMAC) {
            return new VerificationKey(Optional.empty(), algorithms, secret(algorithm, text));
        }
        PublicKey key = publicKey(algorithm, text);
        checkStrength(algorithm, key);
        return new VerificationKey(Optional.empty(), algorithms, key);
    }

    private static SecretKeySpec secret(JwtAlgorithm algorithm, String text)
            throws BadKeyException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        int smallest = algorithm.bits() / 8;
        if (bytes.length < smallest) {
            throw new BadKeyException(
                    "is too short for " + algorithm.text() + ": at least " + smallest + " bytes");
        }
        return new SecretKeySpec(bytes, "HmacSHA" + algorithm.bits());
    }

    private static PublicKey publicKey(JwtAlgorithm algorithm, String text) throws BadKeyException {
        // Shells and compose files often leave the two characters \n where a line break was meant.
        Matcher pem = PEM.matcher(text.replace("\\n", "\n"));
        if (!pem.find()) {
            throw new BadKeyException(
                    "must be a PEM public key or X.509 certificate for " + algorithm.text());
        }
        String kind = pem.group(1);
        if (!READABLE.contains(kind)) {
            throw new BadKeyException(
                    "is a '" + kind + "'; a PUBLIC KEY or CERTIFICATE is needed to verify");
        }
        try {
            byte[] der = Base64.getMimeDecoder().decode(pem.group(2));
            return switch (kind) {
                case "CERTIFICATE" -> ofCertificate(der);
                case "RSA PUBLIC KEY" -> ofKeyInfo(algorithm, keyInfo(der));
                default -> ofKeyInfo(algorithm, der);
            };
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new BadKeyException(
                    "cannot be read as a public key or certificate for " + algorithm.text());
        }
    }

    private static PublicKey ofCertificate(byte[] der) throws GeneralSecurityException {
        return CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(der))
                .getPublicKey();
    }

    private static PublicKey ofKeyInfo(JwtAlgorithm algorithm, byte[] der)
            throws GeneralSecurityException {
        String name = algorithm.family() == Family.EDWARDS ? "Ed25519" : algorithm.family().name();
        return KeyFactory.getInstance(name).generatePublic(new X509EncodedKeySpec(der));
    }

    /** Wraps the bare key of PKCS #1 in the SubjectPublicKeyInfo that Java reads. */
    private static byte[] keyInfo(byte[] pkcs1) {
        ByteArrayOutputStream bits = new ByteArrayOutputStream();
        bits.write(0);
        bits.writeBytes(pkcs1);
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        content.writeBytes(RSA_ALGORITHM);
        content.writeBytes(tagged(0x03, bits.toByteArray()));
        return tagged(0x30, content.toByteArray());
    }

    private static byte[] tagged(int tag, byte[] content) {
        ByteArrayOutputStream der = new ByteArrayOutputStream();
        der.write(tag);
        der.write(0x82);
        der.write(content.length >> 8);
        der.write(content.length);
        der.writeBytes(content);
        return der.toByteArray();
    }

    private static void checkStrength(JwtAlgorithm algorithm, PublicKey key)
            throws BadKeyException {
        boolean fits =
                switch (algorithm.family()) {
                    case RSA -> key instanceof RSAPublicKey;
                    case EC ->
                            key instanceof ECPublicKey ec
                                    && CurveAlgorithms.of(ec).contains(algorithm.headerName());
                    default -> Set.of("EdDSA", "Ed25519").contains(key.getAlgorithm());
                };
        if (!fits) {
            throw new BadKeyException("is not a key for " + algorithm.text());
        }
        if (key instanceof RSAPublicKey rsa && rsa.getModulus().bitLength() < SMALLEST_RSA) {
            throw new BadKeyException("is too short for RSA: at least " + SMALLEST_RSA + " bits");
        }
    }
}
