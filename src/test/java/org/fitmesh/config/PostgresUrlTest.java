package org.fitmesh.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.postgresql.ds.PGSimpleDataSource;

class PostgresUrlTest {

    @TestFactory
    Stream<DynamicTest> cases() throws IOException {
        try (InputStream file = PostgresUrlTest.class.getResourceAsStream("postgres-urls.yaml")) {
            return StreamSupport.stream(new YAMLMapper().readTree(file).spliterator(), false)
                    .map(
                            one ->
                                    DynamicTest.dynamicTest(
                                            "<" + one.get("setting").asText() + ">",
                                            () -> run(one)));
        }
    }

    private static void run(JsonNode one) {
        String setting = one.get("setting").asText();
        if (one.has("fails")) {
            assertThatThrownBy(() -> PostgresUrl.parse(setting))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageNotContaining("secret");
            return;
        }
        PostgresUrl url = PostgresUrl.parse(setting);

        assertThat(url.jdbcUrl()).isEqualTo(one.get("url").asText());
        assertThat(url.user()).isEqualTo(text(one, "user"));
        assertThat(url.password()).isEqualTo(text(one, "password"));
        assertThat(url.toString()).doesNotContain(url.password().orElse("none"));
    }

    @Test
    void theSettingWinsOverTheDefaults() {
        PGSimpleDataSource driver = new PGSimpleDataSource();
        driver.setUrl(
                FitmeshDataSource.withDefaults(
                        "jdbc:postgresql://host/db?prepareThreshold=0&sslmode=require"));

        assertThat(driver.getPrepareThreshold()).isZero();
        assertThat(driver.getSslMode()).isEqualTo("require");
        assertThat(driver.getApplicationName()).isEqualTo("fitmesh");
        assertThat(FitmeshDataSource.withDefaults("jdbc:postgresql://host/db"))
                .startsWith("jdbc:postgresql://host/db?ApplicationName=fitmesh&");
    }

    private static Optional<String> text(JsonNode one, String key) {
        return Optional.ofNullable(one.get(key)).map(JsonNode::asText);
    }
}
