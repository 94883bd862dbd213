package org.fitmesh.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestHeadersTest {
    @Test
    void namesAreFoundInAnyCase() {
        RequestHeaders headers = RequestHeaders.of(Map.of("X-Hasura-Role", "User"));
        assertThat(headers.get("x-HASURA-role")).contains("User");
        assertThat(headers.get("role")).isEmpty();
    }

    @Test
    void theFirstOfTwoLayersCounts() {
        RequestHeaders init = RequestHeaders.of(Map.of("Authorization", "init"));
        RequestHeaders upgrade = RequestHeaders.of(Map.of("AUTHORIZATION", "upgrade", "a", "b"));
        assertThat(init.before(upgrade).get("authorization")).contains("init");
        assertThat(init.before(upgrade).get("a")).contains("b");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "t=x | x",
                "a=b; t=x; c=d | x",
                "a=b;t=x | x",
                "t=\"x\" | x",
                "t=a=b | a=b",
                "t= | ''",
                "T=x |",
                "at=x |",
                "t |",
                "=x |",
                "'' |"
            })
    void cookiesAreFound(String header, String value) {
        RequestHeaders headers = RequestHeaders.of(Map.of("Cookie", header));
        assertThat(headers.cookie("t").orElse(null)).isEqualTo(value);
    }

    @Test
    void valuesAreNotShown() {
        assertThat(RequestHeaders.of(Map.of("Authorization", "Bearer topsecret")).toString())
                .isEqualTo("RequestHeaders[authorization]");
    }
}
