package org.fitmesh.concurrent;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/**
 * Runs tasks later. It has a thread while something is to come, and a second longer.
 *
 * <p>A managed scheduled executor would do the same with a thread of the server's, which on Payara
 * stays for ever and remembers the classes of the application that caused it to be made.
 */
public final class ApplicationTimer {
    private static final long IDLE_MILLIS = 1_000;

    private final ScheduledThreadPoolExecutor clock;
    private final Executor tasks;

    private ApplicationTimer(ApplicationThreads threads, Executor tasks) {
        this.tasks = tasks;
        clock = new ScheduledThreadPoolExecutor(1, threads::newThread);
        clock.setKeepAliveTime(IDLE_MILLIS, TimeUnit.MILLISECONDS);
        clock.allowCoreThreadTimeOut(true);
    }

    /**
     * One whose tasks have threads of their own, so that none waits for another.
     *
     * @param container the server's factory, which gives a thread the application's context
     * @param name what the threads do, for those who read a thread dump
     */
    public static ApplicationTimer ofThreads(ThreadFactory container, String name) {
        ApplicationThreads threads = new ApplicationThreads(container, name);
        return new ApplicationTimer(threads, threads);
    }

    /** The same with one thread for all of its tasks, which costs less. */
    public static ApplicationTimer ofOneThread(ThreadFactory container, String name) {
        return new ApplicationTimer(new ApplicationThreads(container, name), Runnable::run);
    }

    /**
     * Runs a task when the time has come.
     *
     * @throws RejectedExecutionException when this has ended or the server is stopping; the task is
     *     not run
     */
    public void after(Duration wait, Runnable task) {
        Future<?> unused =
                clock.schedule(() -> tasks.execute(task), wait.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** What is still to come is not run. */
    public void end() {
        clock.shutdownNow();
    }
}
