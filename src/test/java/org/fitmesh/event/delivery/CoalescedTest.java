package org.fitmesh.event.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class CoalescedTest {
    private final Queue<Runnable> started = new ArrayDeque<>();
    private final AtomicInteger runs = new AtomicInteger();

    private Coalesced task(Duration distance) {
        return new Coalesced(started::add, distance, runs::incrementAndGet);
    }

    @Test
    void whatIsAskedForAgainAndAgainIsOneRun() {
        Coalesced task = task(Duration.ofMillis(1));
        for (int i = 0; i < 5; i++) {
            task.request();
        }
        assertThat(started).hasSize(1);
        started.remove().run();
        assertThat(started).isEmpty();
        assertThat(runs).hasValue(1);
    }

    @Test
    void runsKeepTheirDistance() {
        Coalesced task = task(Duration.ofMillis(50));
        long begin = System.nanoTime();
        for (int i = 0; i < 3; i++) {
            task.request();
            started.remove().run();
        }
        assertThat(runs).hasValue(3);
        assertThat(Duration.ofNanos(System.nanoTime() - begin))
                .isGreaterThanOrEqualTo(Duration.ofMillis(100));
    }

    @Test
    void whatIsAskedForDuringARunIsOneMoreRun() {
        Coalesced[] itself = new Coalesced[1];
        itself[0] =
                new Coalesced(
                        started::add,
                        Duration.ZERO,
                        () -> {
                            if (runs.incrementAndGet() == 1) {
                                itself[0].request();
                                itself[0].request();
                            }
                        });
        itself[0].request();
        started.remove().run();
        started.remove().run();
        assertThat(started).isEmpty();
        assertThat(runs).hasValue(2);
    }

    @Test
    void aRunThatFailsDoesNotEndIt() {
        Coalesced task =
                new Coalesced(
                        started::add,
                        Duration.ZERO,
                        () -> {
                            runs.incrementAndGet();
                            throw new NoClassDefFoundError("a class of the application");
                        });
        for (int i = 1; i <= 2; i++) {
            task.request();
            started.remove().run();
            assertThat(runs).hasValue(i);
        }
    }
}
