package org.fitmesh.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
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
