package org.fitmesh.telemetry.metric;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Buckets as Prometheus wants them: each holds those before it. */
class DurationsTest {
    @Test
    void everyDurationIsInTheBucketsWhoseBoundItDoesNotExceed() {
        Durations durations = new Durations(new double[] {0.0001, 0.01, 1});
        for (int i = 0; i < 5_000; i++) {
            durations.add(1_000_000);
        }
        durations.add(100_000);
        durations.add(1_000_000_000);
        durations.add(1_000_000_001);

        assertThat(durations.bound(0)).isEqualTo("0.0001");
        assertThat(durations.upTo(0)).isEqualTo(1);
        assertThat(durations.upTo(1)).isEqualTo(5_001);
        assertThat(durations.upTo(2)).isEqualTo(5_002);
        assertThat(durations.bound(3)).isEqualTo("+Inf");
        assertThat(durations.upTo(3)).isEqualTo(5_003);
        assertThat(durations.count()).isEqualTo(5_003);
        assertThat(durations.seconds()).isEqualTo(7.000100001);
    }

    @Test
    void namesWithoutEndAreCountedTogether() {
        ByName<String> byName = new ByName<>(name -> name);
        for (int i = 0; i < 1_000; i++) {
            byName.get("trigger" + i);
        }
        assertThat(byName.get("trigger7")).isEqualTo("trigger7");
        assertThat(byName.get("trigger999")).isEqualTo("other");
        assertThat(byName.get("one more")).isEqualTo("other");
    }
}
