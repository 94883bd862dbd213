package org.fitmesh.event.delivery;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * A task that runs once at a time, however often it is asked for: what is asked for while it runs
 * becomes one more run. Runs keep a distance from each other, so that under load a run finds much
 * to do; one that is asked for after a quiet time begins at once.
 */
final class Coalesced {
    private static final Logger LOG = System.getLogger(Coalesced.class.getName());

    private final Executor executor;
    private final long distanceNanos;
    private final Runnable task;
    private final AtomicInteger asked = new AtomicInteger();
    private volatile long next = System.nanoTime();

    /**
     * A task.
     *
     * @param distance from the beginning of a run to that of the next, at least
     */
    Coalesced(Executor executor, Duration distance, Runnable task) {
        this.executor = executor;
        this.distanceNanos = distance.toNanos();
        this.task = task;
    }

    /** Sees to it that a run begins after this call; returns at once. */
    void request() {
        if (asked.getAndIncrement() == 0) {
            begin();
        }
    }

    private void begin() {
        try {
            executor.execute(this::run);
        } catch (RejectedExecutionException e) {
            asked.set(0);
            LOG.log(Level.DEBUG, "the server is stopping");
        }
    }

    private void run() {
        keepDistance();
        int seen = asked.get();
        next = System.nanoTime() + distanceNanos;
        attempt();
        if (!asked.compareAndSet(seen, 0)) {
            begin();
        }
    }

    /** A thread that waits some milliseconds is cheaper than a timer of the container's. */
    private void keepDistance() {
        long wait = next - System.nanoTime();
        while (wait > 0 && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(wait);
            wait = next - System.nanoTime();
        }
    }

    private void attempt() {
        try {
            task.run();
        } catch (RuntimeException | Error e) {
            // An error must not end it either: nobody would ever run it again.
            LOG.log(Level.ERROR, "delivery of events failed; tried again", e);
        }
    }
}
