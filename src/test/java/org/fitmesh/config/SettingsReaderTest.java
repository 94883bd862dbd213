package org.fitmesh.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class SettingsReaderTest {
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    record Case(
            String name,
            Map<String, String> given,
            Map<String, String> settings,
            List<String> allowed,
            List<String> forbidden,
            String refused) {}

    @TestFactory
    Stream<DynamicTest> settings() throws IOException {
        try (InputStream cases = getClass().getResourceAsStream("/config/settings.yaml")) {
            return YAML.readValue(cases, new TypeReference<List<Case>>() {}).stream()
                    .map(one -> DynamicTest.dynamicTest(one.name(), () -> check(one)));
        }
    }

    private static void check(Case one) {
        if (one.refused() != null) {
            assertThat(catchThrowableOfType(InvalidSettingException.class, () -> read(one.given())))
                    .hasMessage(one.refused())
                    .hasMessageNotContaining("topsecret");
            return;
        }
        Settings settings = read(one.given());
        assertThat(settings.toString()).doesNotContain("topsecret").doesNotContain("hush");
        if (one.settings() != null) {
            assertThat(described(settings)).containsAllEntriesOf(one.settings());
        }
        for (String origin : Optional.ofNullable(one.allowed()).orElse(List.of())) {
            assertThat(settings.api().origins().orElseThrow().allows(origin)).as(origin).isTrue();
        }
        for (String origin : Optional.ofNullable(one.forbidden()).orElse(List.of())) {
            assertThat(settings.api().origins().orElseThrow().allows(origin)).as(origin).isFalse();
        }
    }

    @Test
    void anySettingCanBeLookedUpAndEmptyCountsAsUnset() {
        Settings settings = read(Map.of("HYGRAPH_ENDPOINT", "https://h", "HYGRAPH_TOKEN", ""));
        assertThat(settings.lookup("HYGRAPH_ENDPOINT")).contains("https://h");
        assertThat(settings.lookup("HYGRAPH_TOKEN")).isEmpty();
        assertThat(settings.lookup("ANOTHER")).isEmpty();
    }

    @Test
    void everySettingSaysWhatItIsFor() {
        assertThat(Setting.values()).allSatisfy(one -> assertThat(one.meaning()).isNotBlank());
    }

    private static Settings read(Map<String, String> given) {
        return SettingsReader.read(name -> Optional.ofNullable(given.get(name)));
    }

    private static Map<String, String> described(Settings settings) {
        Map<String, String> all = new HashMap<>();
        all.put("application", settings.application().name());
        Optional<DatabaseUrl> database = settings.database().url();
        all.put("database", database.map(DatabaseUrl::toString).orElse("none"));
        all.put("jdbcUrl", database.map(DatabaseUrl::jdbcUrl).orElse("none"));
        all.put("user", database.flatMap(DatabaseUrl::user).orElse("absent"));
        all.put("password", revealed(database.flatMap(DatabaseUrl::password)));
        all.put("adminSecret", revealed(settings.authentication().adminSecret()));
        all.put("jwtSecret", revealed(settings.authentication().jwtSecret()));
        all.put("unauthorizedRole", settings.authentication().unauthorizedRole().orElse("absent"));
        Settings.Api api = settings.api();
        all.put("stringifyNumericTypes", String.valueOf(api.stringifyNumericTypes()));
        all.put("features", settings.features().on().toString());
        all.put("defaultNaming", settings.features().defaultNaming());
        Settings.Errors errors = settings.live().errors();
        all.put("devMode", String.valueOf(errors.devMode()));
        all.put("adminInternalErrors", String.valueOf(errors.adminInternalErrors()));
        all.put("preserve401Errors", String.valueOf(errors.preserve401Errors()));
        Settings.Log log = settings.live().log();
        all.put("logTypes", log.types().stream().map(LogType::text).toList().toString());
        all.put("logLevel", log.level().text());
        all.put("logValues", String.valueOf(log.values()));
        all.put("logOutput", settings.logOutput().text());
        all.put("traces", String.valueOf(settings.traces()));
        all.put("origins", api.origins().map(o -> o.any() ? "any" : "some").orElse("none"));
        all.put("remotePermissions", settings.remotes().permissions().name());
        all.put("retryAfter", settings.remotes().retryAfter().toString());
        all.put("requestBytes", String.valueOf(settings.limits().requestBytes()));
        all.put("batchSize", String.valueOf(settings.limits().batchSize()));
        all.put("queryDepth", String.valueOf(settings.limits().queryDepth()));
        all.put("planCacheSize", String.valueOf(settings.limits().planCacheSize()));
        all.put("shutdownTimeout", settings.shutdown().timeout().toString());
        all.put("shutdownDelay", settings.shutdown().delay().toString());
        all.put("databaseSilence", settings.database().silence().toString());
        return all;
    }

    private static String revealed(Optional<Secret> secret) {
        return secret.map(Secret::reveal).orElse("absent");
    }
}
