package org.fitmesh.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Settings that change while the server runs. */
class LiveSettingsTest {
    private final Map<String, String> values = new ConcurrentHashMap<>();
    private final AtomicLong now = new AtomicLong();
    private final LiveSettings live =
            new LiveSettings(
                    SettingsReader.read(name -> Optional.ofNullable(values.get(name))), now::get);

    @Test
    void aNewValueCountsAfterSomeSeconds() {
        values.put("HASURA_GRAPHQL_LOG_LEVEL", "error");
        assertThat(live.current().log().level()).isEqualTo(LogLevel.INFO);

        now.addAndGet(LiveSettings.KEPT_NANOS + 1);
        assertThat(live.current().log().level()).isEqualTo(LogLevel.ERROR);
    }

    /** By itself it remembers them for a minute. */
    @Test
    void payaraRemembersValuesForLessThanTheFiveSecondsThatAreDocumented() throws Exception {
        Properties packaged = new Properties();
        try (InputStream file =
                getClass().getResourceAsStream("/META-INF/microprofile-config.properties")) {
            packaged.load(file);
        }
        long millis = Long.parseLong(packaged.getProperty("mp.config.cache.duration"));
        assertThat(TimeUnit.MILLISECONDS.toNanos(millis) + LiveSettings.KEPT_NANOS)
                .isLessThanOrEqualTo(TimeUnit.SECONDS.toNanos(5));
    }

    @Test
    void aWrongValueLeavesWhatWasInForce() {
        values.put("HASURA_GRAPHQL_DEV_MODE", "true");
        now.addAndGet(LiveSettings.KEPT_NANOS + 1);
        assertThat(live.current().errors().devMode()).isTrue();

        values.put("HASURA_GRAPHQL_DEV_MODE", "false");
        values.put("HASURA_GRAPHQL_LOG_LEVEL", "loud");
        now.addAndGet(LiveSettings.KEPT_NANOS + 1);
        assertThat(live.current().errors().devMode()).isTrue();

        values.remove("HASURA_GRAPHQL_LOG_LEVEL");
        now.addAndGet(LiveSettings.KEPT_NANOS + 1);
        assertThat(live.current().errors().devMode()).isFalse();
    }
}
