package org.fitmesh.concurrent;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Runs many short tasks on few threads, each kept until there has been nothing to do for a second.
 * Making a thread captures the caller's context, for which Payara looks through its jars: about a
 * millisecond each time, more than a delivery takes.
 *
 * <p>All tasks run in the context of whoever asked first: they are all the application's own.
 */
public final class Workers implements Executor {
    private static final Logger LOG = System.getLogger(Workers.class.getName());

    private static final long IDLE_MILLIS = 1_000;

    private final Executor container;
    private final int most;
    private final BlockingQueue<Runnable> tasks = new LinkedBlockingQueue<>();
    private final AtomicInteger threads = new AtomicInteger();
    private final AtomicInteger idle = new AtomicInteger();

    /**
     * No thread yet.
     *
     * @param container where the threads come from
     * @param most that many threads
     */
    public Workers(Executor container, int most) {
        this.container = container;
        this.most = most;
    }

    /**
     * Runs a task soon.
     *
     * @throws RejectedExecutionException when the server is stopping; the task is not run
     */
    @Override
    public void execute(Runnable task) {
        tasks.add(task);
        if (idle.get() >= tasks.size()) {
            return;
        }
        try {
            addThread();
        } catch (RejectedExecutionException e) {
            // The threads that are there may have taken it already.
            if (tasks.remove(task)) {
                throw e;
            }
        }
    }

    private void addThread() {
        int before = threads.getAndUpdate(n -> Math.min(most, n + 1));
        if (before >= most) {
            return;
        }
        try {
            container.execute(this::work);
        } catch (RejectedExecutionException e) {
            threads.decrementAndGet();
            throw e;
        }
    }

    private void work() {
        Runnable task = next();
        while (task != null) {
            run(task);
            task = next();
        }
        threads.decrementAndGet();
        // A task that came after the last look counted on this thread.
        if (!tasks.isEmpty()) {
            addThread();
        }
    }

    private Runnable next() {
        idle.incrementAndGet();
        try {
            return tasks.poll(IDLE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        } finally {
            idle.decrementAndGet();
        }
    }

    private static void run(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException | Error e) {
            LOG.log(Level.ERROR, "a task failed", e);
        }
    }
}
