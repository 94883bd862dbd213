package org.fitmesh.concurrent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ApplicationThreadsTest {
    @Test
    void aTaskHasAThreadThatIsNamedAndKeepsNoServerAlive() {
        CompletableFuture<Thread> at = new CompletableFuture<>();
        new ApplicationThreads(Thread::new, "events")
                .execute(() -> at.complete(Thread.currentThread()));
        Thread thread = at.join();
        assertThat(thread.getName()).startsWith("fitmesh-events-");
        assertThat(thread.isDaemon()).isTrue();
    }

    @Test
    void aThreadEndsWithItsTask() throws Exception {
        CompletableFuture<Thread> at = new CompletableFuture<>();
        new ApplicationThreads(Thread::new, "events")
                .execute(() -> at.complete(Thread.currentThread()));
        at.join().join();
        assertThat(at.join().isAlive()).isFalse();
    }

    @Test
    void aServerThatIsStoppingTakesNoTask() {
        refuses(task -> null);
        refuses(
                task -> {
                    throw new IllegalStateException("not available");
                });
    }

    private static void refuses(ThreadFactory stopping) {
        ApplicationThreads threads = new ApplicationThreads(stopping, "events");
        assertThatThrownBy(() -> threads.execute(() -> {}))
                .isInstanceOf(RejectedExecutionException.class);
    }
}
