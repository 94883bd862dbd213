package org.fitmesh.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.fitmesh.auth.jwt.TestKeys;
import org.fitmesh.config.Secret;
import org.fitmesh.config.Settings;
import org.fitmesh.error.ErrorPath;
import org.fitmesh.error.RequestException;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.yaml.snakeyaml.Yaml;

class AuthenticatorTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    @TestFactory
    Stream<DynamicTest> authentication() throws IOException {
        try (InputStream cases = getClass().getResourceAsStream("/auth/authentication.yaml")) {
            // Jackson's reader takes no aliases.
            List<JsonNode> all = new ArrayList<>();
            JSON.valueToTree(new Yaml().<Object>load(cases)).forEach(all::add);
            return all.stream()
                    .map(one -> DynamicTest.dynamicTest(one.get("name").asText(), () -> run(one)));
        }
    }

    private static void run(JsonNode one) {
        Authenticator authenticator = Authenticator.of(settings(one), () -> NOW);
        RequestHeaders headers = headers(one);
        // Twice: the second time a token is remembered.
        for (int i = 0; i < 2; i++) {
            check(one, authenticator, headers);
        }
    }

    private static void check(JsonNode one, Authenticator authenticator, RequestHeaders headers) {
        if (one.has("error")) {
            RequestException failure =
                    catchThrowableOfType(
                            RequestException.class, () -> authenticator.authenticate(headers));
            assertThat(failure).as("failure").isNotNull();
            assertThat(failure.code().text() + ": " + failure.getMessage())
                    .isEqualTo(one.get("error").asText());
            assertThat(failure.path()).isEqualTo(ErrorPath.ROOT);
            assertThat(AuthenticationStatus.of(failure)).isEqualTo(one.path("status").asInt(400));
            return;
        }
        JsonNode expected = one.get("session");
        Session session = authenticator.authenticate(headers);
        Map<String, String> variables = new HashMap<>();
        variables.put("x-hasura-role", expected.get("role").asText());
        expected.path("variables")
                .properties()
                .forEach(entry -> variables.put(entry.getKey(), entry.getValue().asText()));
        assertThat(session)
                .isEqualTo(
                        new Session(
                                expected.get("role").asText(),
                                variables,
                                expected.get("trusted").asBoolean()));
        assertThat(session.usesBackendOnlyPermissions())
                .isEqualTo(expected.path("backend_only").asBoolean());
    }

    private static Settings.Authentication settings(JsonNode one) {
        JsonNode secret = one.get("admin_secret");
        return new Settings.Authentication(
                secret == null
                        ? Optional.of(new Secret("secret"))
                        : Optional.ofNullable(secret.textValue()).map(Secret::new),
                configuration(one.get("jwt")).map(Secret::new),
                Optional.ofNullable(one.path("unauthorized_role").textValue()));
    }

    private static Optional<String> configuration(JsonNode jwt) {
        if (jwt != null && jwt.isNull()) {
            return Optional.empty();
        }
        if (jwt != null && jwt.isArray()) {
            jwt.forEach(
                    one ->
                            ((ObjectNode) one)
                                    .put("key", TestKeys.of(one.get("type").asText()).text()));
            return Optional.of(jwt.toString());
        }
        ObjectNode merged = JSON.createObjectNode().put("type", "RS256");
        merged.put("key", TestKeys.of("RS256").text());
        if (jwt != null) {
            merged.setAll((ObjectNode) jwt);
        }
        return Optional.of(merged.toString());
    }

    private static RequestHeaders headers(JsonNode one) {
        String token = token(one);
        Map<String, String> headers = new HashMap<>();
        if (one.has("headers")) {
            one.get("headers")
                    .properties()
                    .forEach(
                            entry ->
                                    headers.put(
                                            entry.getKey(),
                                            entry.getValue().asText().replace("$TOKEN", token)));
        } else if (!token.isEmpty()) {
            headers.put("Authorization", "Bearer " + token);
        }
        return RequestHeaders.of(headers);
    }

    private static String token(JsonNode one) {
        TestKeys key = TestKeys.of(one.path("signed").asText("RS256"));
        if (one.has("raw_payload")) {
            return key.sign(one.get("raw_payload").asText(), null);
        }
        if (!one.has("claims") && !one.has("raw_claims")) {
            return "";
        }
        ObjectNode payload = JSON.createObjectNode();
        payload.put("exp", NOW.getEpochSecond() + one.path("exp").asLong(3600));
        for (String date : List.of("nbf", "iat")) {
            if (one.has(date)) {
                payload.put(date, NOW.getEpochSecond() + one.get(date).asLong());
            }
        }
        if (one.has("claims")) {
            payload.set("https://hasura.io/jwt/claims", one.get("claims"));
        } else {
            payload.setAll((ObjectNode) one.get("raw_claims"));
        }
        return key.sign(payload.toString(), null);
    }
}
