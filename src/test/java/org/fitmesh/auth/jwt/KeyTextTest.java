package org.fitmesh.auth.jwt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyTextTest {
    /** What stands before the bare key in a 2048-bit RSA SubjectPublicKeyInfo. */
    private static final int KEY_INFO_HEADER = 24;

    @Test
    void readsABareRsaKey() throws Exception {
        byte[] keyInfo = rsa(2048);
        byte[] bare = Arrays.copyOfRange(keyInfo, KEY_INFO_HEADER, keyInfo.length);
        VerificationKey key = KeyText.read(JwtAlgorithm.RS256, pem("RSA PUBLIC KEY", bare));
        assertThat(key.key().getEncoded()).isEqualTo(keyInfo);
    }

    @Test
    void readsACertificate(@TempDir Path folder) throws Exception {
        Certificate certificate = selfSigned(folder.resolve("keys.p12"));
        VerificationKey key =
                KeyText.read(JwtAlgorithm.RS384, pem("CERTIFICATE", certificate.getEncoded()));
        assertThat(key.key()).isEqualTo(certificate.getPublicKey());
        assertThat(key.algorithms()).containsExactly("RS384");
    }

    @Test
    void refusesAShortRsaKey() throws Exception {
        String weak = pem("PUBLIC KEY", rsa(1024));
        assertThat(
                        catchThrowableOfType(
                                KeyText.BadKeyException.class,
                                () -> KeyText.read(JwtAlgorithm.RS256, weak)))
                .hasMessage("is too short for RSA: at least 2048 bits");
    }

    private static byte[] rsa(int bits) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(bits);
        return generator.generateKeyPair().getPublic().getEncoded();
    }

    /** The JDK makes certificates with its tool only. */
    private static Certificate selfSigned(Path store) throws Exception {
        String tool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        List<String> command =
                List.of(
                        tool,
                        "-genkeypair",
                        "-keyalg",
                        "RSA",
                        "-dname",
                        "CN=issuer",
                        "-alias",
                        "issuer",
                        "-storepass",
                        "changeit",
                        "-keystore",
                        store.toString());
        assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
        return KeyStore.getInstance(store.toFile(), "changeit".toCharArray())
                .getCertificate("issuer");
    }

    private static String pem(String kind, byte[] der) {
        String body = Base64.getMimeEncoder().encodeToString(der);
        return "-----BEGIN " + kind + "-----\n" + body + "\n-----END " + kind + "-----";
    }
}
