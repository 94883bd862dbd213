package org.fitmesh.event.delivery;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A task that runs once at a time, however often it is asked for: what is asked for while it runs
 * becomes one more run.
 */
final class Coalesced {
    private static final Logger LOG = System.getLogger(Coalesced.class.getName());

    private final Executor executor;
    private final Runnable task;
    private final AtomicInteger asked = new AtomicInteger();

    Coalesced(Executor executor, Runnable task) {
        this.executor = executor;
        this.task = task;
    }

    /** Sees to it that a run begins after this call; returns at once. */
    void request() {
        if (asked.getAndIncrement() > 0) {
            return;
        }
        try {
            executor.execute(this::run);
        } catch (RejectedExecutionException e) {
            asked.set(0);
            LOG.log(Level.DEBUG, "the server is stopping");
        }
    }

    private void run() {
        int seen;
        do {
            seen = asked.get();
            attempt();
        } while (!asked.compareAndSet(seen, 0));
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
