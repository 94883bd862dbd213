package org.fitmesh.event.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CoalescedTest {
    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1);
    private final Queue<Runnable> started = new ArrayDeque<>();
    private final AtomicInteger runs = new AtomicInteger();

    @AfterEach
    void stop() {
        timer.shutdownNow();
    }

    private Coalesced task(Duration distance) {
        return new Coalesced(started::add, timer, distance, runs::incrementAndGet);
    }

    @Test
    void whatIsAskedForAfterAQuietTimeBeginsAtOnce() {
        task(Duration.ofHours(1)).request();
        assertThat(started).hasSize(1);
        assertThat(timer.getQueue()).isEmpty();
    }

    @Test
    void whatIsAskedForSoonAfterwardsWaitsAndIsOneRun() {
        Coalesced task = task(Duration.ofHours(1));
        task.request();
        started.remove().run();
        for (int i = 0; i < 5; i++) {
            task.request();
        }
        assertThat(started).isEmpty();
        assertThat(timer.getQueue()).hasSize(1);
        assertThat(runs).hasValue(1);
    }

    @Test
    void whatIsAskedForDuringARunIsOneMoreRun() {
        Coalesced[] itself = new Coalesced[1];
        itself[0] =
                new Coalesced(
                        started::add,
                        timer,
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
                        timer,
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
