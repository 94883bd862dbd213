package org.fitmesh.auth.jwt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import org.fitmesh.error.RequestException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenVerifierTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final String CLAIMS =
            "\"https://hasura.io/jwt/claims\":{\"x-hasura-allowed-roles\":[\"user\"],"
                    + "\"x-hasura-default-role\":\"user\"}";
    private static final String PAYLOAD =
            "{\"exp\":" + NOW.plusSeconds(60).getEpochSecond() + "," + CLAIMS + "}";
    private static final String BAD_SIGNATURE =
            "Could not verify JWT: JWSError JWSInvalidSignature";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HS256", "HS384", "HS512", "RS256", "RS384", "RS512", "ES256", "ES384", "ES512",
                "Ed25519"
            })
    void everyAlgorithmVerifiesItsTokensAndNoAlteredOnes(String algorithm) {
        TokenVerifier verifier = verifier(algorithm);
        String token = TestKeys.of(algorithm).sign(PAYLOAD, "any");
        assertThat(verifier.verify(token).defaultRole()).isEqualTo("user");
        assertThat(refusal(verifier, TestKeys.another(algorithm).sign(PAYLOAD, null)))
                .isEqualTo(BAD_SIGNATURE);

        int dot = token.lastIndexOf('.');
        byte[] signature = Base64.getUrlDecoder().decode(token.substring(dot + 1));
        Random random = new Random(algorithm.hashCode());
        for (int i = 0; i < 200; i++) {
            byte[] altered = signature.clone();
            altered[random.nextInt(altered.length)] ^= (byte) (1 << random.nextInt(8));
            assertThat(refusal(verifier, token.substring(0, dot + 1) + encoded(altered)))
                    .isEqualTo(BAD_SIGNATURE);
        }
        assertThat(refusal(verifier, token.substring(0, dot + 1))).isEqualTo(BAD_SIGNATURE);
        assertThat(refusal(verifier, token.substring(0, dot + 1) + encoded(new byte[64])))
                .isEqualTo(BAD_SIGNATURE);
    }

    @Test
    void anAlteredPayloadIsRefused() {
        String[] parts = TestKeys.of("RS256").sign(PAYLOAD, null).split("\\.", -1);
        String other = encoded(PAYLOAD.replace("user", "boss").getBytes(StandardCharsets.UTF_8));
        assertThat(refusal(verifier("RS256"), parts[0] + "." + other + "." + parts[2]))
                .isEqualTo(BAD_SIGNATURE);
    }

    @Test
    void aPublicKeyIsNoSecret() {
        TestKeys key = TestKeys.of("RS256");
        byte[] text = key.text().getBytes(StandardCharsets.UTF_8);
        assertThat(refusal(verifier("RS256"), TestKeys.signWithSecret(PAYLOAD, text)))
                .isEqualTo(BAD_SIGNATURE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"alg\":\"none\"}", "{\"alg\":\"none\",\"typ\":\"JWT\"}"})
    void aTokenWithoutSignatureIsRefused(String header) {
        assertThat(refusal(verifier("RS256"), unsigned(header)))
                .isEqualTo("Could not verify JWT: JWSError JWSNoSignatures");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"alg\":\"None\"}",
                "{\"alg\":\"\"}",
                "{}",
                "{\"alg\":\"FOO\"}",
                "{\"alg\":5}",
                "{\"alg\":\"RS256\",\"kid\":5}",
                "{\"alg\":\"RS256\",\"kid\":{}}",
                "{\"alg\":\"RS256\",\"crit\":[\"x\"],\"x\":1}",
                "{\"alg\":\"RS256\",\"crit\":5}",
                "{\"alg\":\"RS256\",\"b64\":false,\"crit\":[\"b64\"]}",
                "[]",
                "5",
                "{\"alg\":\"RS256\",\"zip\":\"DEF\"}",
                "{\"alg\":\"RS256\",\"jwk\":{\"kty\":\"RSA\",\"n\":\"AQAB\",\"e\":\"AQAB\"}}"
            })
    void oddHeadersAreRefusedInHasurasWords(String header) {
        assertThat(refusal(verifier("RS256"), unsigned(header) + "AAAA"))
                .startsWith("Could not verify JWT: JWSError ");
    }

    @Test
    void aRememberedTokenStillExpires() {
        AtomicReference<Instant> now = new AtomicReference<>(NOW);
        TokenVerifier verifier =
                TokenVerifier.of(
                        JwtConfigurationReader.read(configuration("RS256")).get(0), now::get);
        String token = TestKeys.of("RS256").sign(PAYLOAD, null);
        verifier.verify(token);
        now.set(NOW.plusSeconds(59));
        assertThatCode(() -> verifier.verify(token)).doesNotThrowAnyException();
        now.set(NOW.plusSeconds(60));
        assertThat(refusal(verifier, token)).isEqualTo("Could not verify JWT: JWTExpired");
    }

    private static TokenVerifier verifier(String algorithm) {
        return TokenVerifier.of(
                JwtConfigurationReader.read(configuration(algorithm)).get(0), () -> NOW);
    }

    private static String configuration(String algorithm) {
        String key = TextNode.valueOf(TestKeys.of(algorithm).text()).toString();
        return "{\"type\":\"" + algorithm + "\",\"key\":" + key + "}";
    }

    private static String refusal(TokenVerifier verifier, String token) {
        RequestException failure =
                catchThrowableOfType(RequestException.class, () -> verifier.verify(token));
        assertThat(failure).as("a token that must not count").isNotNull();
        assertThat(failure.code().text()).isEqualTo("invalid-jwt");
        return failure.getMessage();
    }

    private static String unsigned(String header) {
        return encoded(header.getBytes(StandardCharsets.UTF_8))
                + "."
                + encoded(PAYLOAD.getBytes(StandardCharsets.UTF_8))
                + ".";
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
