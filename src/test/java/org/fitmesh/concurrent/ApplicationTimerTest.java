package org.fitmesh.concurrent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ApplicationTimerTest {
    private static final Duration SOON = Duration.ofMillis(5);

    private final Queue<Thread> made = new ConcurrentLinkedQueue<>();
    private final ApplicationTimer timer = ApplicationTimer.ofThreads(this::make, "test");
    private final ApplicationTimer ofOne = ApplicationTimer.ofOneThread(this::make, "test");

    private Thread make(Runnable task) {
        Thread thread = new Thread(task);
        made.add(thread);
        return thread;
    }

    @AfterEach
    void end() {
        timer.end();
        ofOne.end();
    }

    @Test
    void aTaskDoesNotWaitForAnother() throws Exception {
        CountDownLatch second = new CountDownLatch(1);
        CompletableFuture<Boolean> first = new CompletableFuture<>();
        timer.after(SOON, () -> first.complete(await(second)));
        timer.after(SOON.multipliedBy(2), second::countDown);
        assertThat(first.join()).isTrue();
    }

    @Test
    void oneThreadIsEnoughForTasksThatMayWait() {
        for (int i = 0; i < 5; i++) {
            CompletableFuture<Void> done = new CompletableFuture<>();
            ofOne.after(SOON, () -> done.complete(null));
            done.join();
        }
        assertThat(made).hasSize(1);
    }

    @Test
    void aTaskThatFailsEndsNoOther() {
        CompletableFuture<Void> done = new CompletableFuture<>();
        ofOne.after(
                Duration.ZERO,
                () -> {
                    throw new IllegalStateException("of the task");
                });
        ofOne.after(SOON, () -> done.complete(null));
        done.join();
    }

    @Test
    void whatIsToComeIsNotRunAfterTheEndAndNoThreadStays() throws Exception {
        CompletableFuture<Void> late = new CompletableFuture<>();
        timer.after(Duration.ofDays(1), () -> late.complete(null));
        timer.end();
        assertThatThrownBy(() -> timer.after(Duration.ZERO, () -> late.complete(null)))
                .isInstanceOf(RejectedExecutionException.class);
        for (Thread thread : made) thread.join();
        assertThat(late).isNotDone();
    }

    @Test
    void noThreadStaysWhenNothingIsToCome() throws Exception {
        CompletableFuture<Void> done = new CompletableFuture<>();
        timer.after(SOON, () -> done.complete(null));
        done.join();
        for (Thread thread : made) thread.join();
        assertThat(made).hasSize(2);
    }

    private static boolean await(CountDownLatch latch) {
        try {
            latch.await();
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
