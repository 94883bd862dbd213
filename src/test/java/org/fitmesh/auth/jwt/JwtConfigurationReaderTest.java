package org.fitmesh.auth.jwt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.fitmesh.config.InvalidSettingException;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class JwtConfigurationReaderTest {
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    record Case(String name, String text, Integer read, String refused) {}

    @TestFactory
    Stream<DynamicTest> configurations() throws IOException {
        try (InputStream cases = getClass().getResourceAsStream("/auth/jwt-configuration.yaml")) {
            return YAML.readValue(cases, new TypeReference<List<Case>>() {}).stream()
                    .map(one -> DynamicTest.dynamicTest(one.name(), () -> check(one)));
        }
    }

    private static void check(Case one) {
        String text = withKeys(one.text());
        if (one.refused() == null) {
            assertThat(JwtConfigurationReader.read(text)).hasSize(one.read());
            return;
        }
        assertThat(
                        catchThrowableOfType(
                                InvalidSettingException.class,
                                () -> JwtConfigurationReader.read(text)))
                .hasMessage("HASURA_GRAPHQL_JWT_SECRET: " + one.refused())
                .hasMessageNotContaining("topsecret");
    }

    @Test
    void theFormWithoutBracesIsReadWithAWarningThatShowsTheRightForm() {
        List<String> warnings = new ArrayList<>();
        List<JwtConfiguration> read =
                logging(
                        warnings,
                        "\"type\":\"RS256\",\"jwk_url\": \"https://x.auth0.com/.well-known/jwks.json\"");
        assertThat(read)
                .singleElement()
                .extracting(one -> one.jwkUrl().orElseThrow())
                .hasToString("https://x.auth0.com/.well-known/jwks.json");
        assertThat(warnings)
                .containsExactly(
                        "HASURA_GRAPHQL_JWT_SECRET has no braces around it; it is read as if it were"
                                + " {\"type\":\"RS256\",\"jwk_url\":\"https://x.auth0.com/.well-known/jwks.json\"}");
    }

    @Test
    void theWarningDoesNotShowTheKey() {
        List<String> warnings = new ArrayList<>();
        logging(warnings, withKeys("\"type\":\"HS256\",\"key\":$HS256"));
        assertThat(warnings)
                .singleElement()
                .asString()
                .endsWith("{\"type\":\"HS256\",\"key\":\"***\"}");
    }

    @Test
    void theWarningShowsOfTheUrlOnlyWhereItLeads() {
        List<String> warnings = new ArrayList<>();
        logging(warnings, "\"jwk_url\": \"https://user:topsecret@x.org:8443/jwks?key=topsecret\"");
        assertThat(warnings)
                .singleElement()
                .asString()
                .endsWith(" {\"jwk_url\":\"https://x.org:8443/jwks\"}");
    }

    @Test
    void theWarningShowsNothingOfWhatIsNoUrl() {
        List<String> warnings = new ArrayList<>();
        for (String url : List.of("topsecret", "https://a b/?topsecret", "https:topsecret")) {
            assertThatThrownBy(() -> logging(warnings, "\"jwk_url\": \"" + url + "\""))
                    .isInstanceOf(InvalidSettingException.class);
        }
        assertThat(warnings)
                .hasSize(3)
                .allSatisfy(one -> assertThat(one).endsWith(" {\"jwk_url\":\"***\"}"));
    }

    @Test
    void aConfigurationDoesNotPrintItsKey() {
        assertThat(
                        JwtConfigurationReader.read(withKeys("{\"type\":\"HS256\",\"key\":$HS256}"))
                                .toString())
                .doesNotContain("topsecret");
    }

    private static List<JwtConfiguration> logging(List<String> messages, String text) {
        Logger logger = Logger.getLogger(JwtConfigurationReader.class.getName());
        Handler handler =
                new Handler() {
                    @Override
                    public void publish(LogRecord entry) {
                        messages.add(
                                MessageFormat.format(entry.getMessage(), entry.getParameters()));
                    }

                    @Override
                    public void flush() {}

                    @Override
                    public void close() {}
                };
        logger.addHandler(handler);
        logger.setUseParentHandlers(false);
        try {
            return JwtConfigurationReader.read(text);
        } finally {
            logger.removeHandler(handler);
            logger.setUseParentHandlers(true);
        }
    }

    private static String withKeys(String text) {
        String found = text;
        for (String algorithm : List.of("HS256", "RS256", "ES256")) {
            String key = TestKeys.of(algorithm).text();
            found =
                    found.replace("$" + algorithm + "-escaped", json(key.replace("\n", "\\n")))
                            .replace("$" + algorithm, json(key));
        }
        return found;
    }

    private static String json(String text) {
        return TextNode.valueOf(text).toString();
    }
}
