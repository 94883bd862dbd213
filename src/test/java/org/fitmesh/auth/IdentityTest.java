package org.fitmesh.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.fitmesh.auth.jwt.TestKeys;
import org.fitmesh.config.Secret;
import org.fitmesh.config.Settings;
import org.junit.jupiter.api.Test;

class IdentityTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final TestKeys KEY = TestKeys.of("HS256");

    private final Authenticator authenticator =
            Authenticator.of(
                    new Settings.Authentication(
                            Optional.of(new Secret("secret")),
                            Optional.of(
                                    new Secret(
                                            "{\"type\":\"HS256\",\"key\":"
                                                    + TextNode.valueOf(KEY.text())
                                                    + "}")),
                            Optional.of("public")),
                    () -> NOW);

    @Test
    void aTokenEndsWhenItSays() {
        assertThat(identify("authorization", "Bearer " + token("\"exp\":1767225660.5,")))
                .contains(Instant.ofEpochMilli(1767225660500L));
    }

    @Test
    void otherCredentialsDoNotEnd() {
        assertThat(identify("authorization", "Bearer " + token(""))).isEmpty();
        assertThat(identify("x-hasura-admin-secret", "secret")).isEmpty();
        assertThat(identify("accept", "*/*")).isEmpty();
    }

    private Optional<Instant> identify(String header, String value) {
        return authenticator.identify(RequestHeaders.of(Map.of(header, value))).expires();
    }

    private static String token(String dates) {
        return KEY.sign(
                "{"
                        + dates
                        + "\"https://hasura.io/jwt/claims\":{\"x-hasura-allowed-roles\":[\"user\"],"
                        + "\"x-hasura-default-role\":\"user\"}}",
                null);
    }
}
