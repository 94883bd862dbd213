package org.fitmesh.concurrent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class WorkersTest {
    private final ExecutorService container = Executors.newCachedThreadPool();
    private final AtomicInteger handedOver = new AtomicInteger();
    private final Workers workers =
            new Workers(
                    task -> {
                        handedOver.incrementAndGet();
                        container.execute(task);
                    },
                    64);

    @AfterEach
    void stop() {
        container.shutdownNow();
    }

    @Test
    void oneTaskAfterTheOtherTakesFewThreads() throws Exception {
        Set<Thread> threads = ConcurrentHashMap.newKeySet();
        for (int i = 0; i < 100; i++) {
            CountDownLatch done = new CountDownLatch(1);
            workers.execute(
                    () -> {
                        threads.add(Thread.currentThread());
                        done.countDown();
                    });
            done.await();
        }
        assertThat(threads).hasSizeLessThan(10);
        assertThat(handedOver).hasValueLessThan(10);
    }

    @Test
    void tasksThatWaitHoldUpNoOthers() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(30);
        for (int i = 0; i < 30; i++) {
            workers.execute(
                    () -> {
                        await(release);
                        done.countDown();
                    });
        }
        CountDownLatch other = new CountDownLatch(1);
        workers.execute(other::countDown);
        other.await();
        release.countDown();
        done.await();
    }

    @Test
    void everyTaskOfManyThreadsRuns() throws Exception {
        int each = 5_000;
        CountDownLatch done = new CountDownLatch(4 * each);
        for (int i = 0; i < 4; i++) {
            container.execute(
                    () -> {
                        for (int n = 0; n < each; n++) {
                            workers.execute(done::countDown);
                        }
                    });
        }
        done.await();
    }

    @Test
    void aTaskThatFailsEndsNothing() throws Exception {
        CountDownLatch done = new CountDownLatch(1);
        workers.execute(
                () -> {
                    throw new NoClassDefFoundError("a class of the application");
                });
        workers.execute(done::countDown);
        done.await();
    }

    @Test
    void aServerThatStopsTakesNoTask() {
        container.shutdownNow();
        assertThatThrownBy(() -> workers.execute(() -> {}))
                .isInstanceOf(RejectedExecutionException.class);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
