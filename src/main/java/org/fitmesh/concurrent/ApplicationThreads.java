package org.fitmesh.concurrent;

import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A thread of the application's own for each task, made by the container, which ends with the task.
 *
 * <p>A managed executor would do the same with threads of the server's. But Open Liberty answers
 * requests with those as well and adds some only every few seconds: a task that lasts, or waits for
 * a receiver, keeps requests waiting. And the threads of Payara's pool outlive the application and
 * remember the classes of the one that caused them to be made.
 */
public final class ApplicationThreads implements Executor {
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final ThreadFactory container;
    private final String name;

    /**
     * No thread yet.
     *
     * @param container the server's factory, which gives a thread the application's context
     * @param name what the threads do, for those who read a thread dump
     */
    public ApplicationThreads(ThreadFactory container, String name) {
        this.container = container;
        this.name = name;
    }

    /**
     * Begins a task at once.
     *
     * @throws RejectedExecutionException when the server is stopping; the task is not run
     */
    @Override
    public void execute(Runnable task) {
        newThread(task).start();
    }

    /**
     * A thread that is not started.
     *
     * @throws RejectedExecutionException when the server is stopping
     */
    Thread newThread(Runnable task) {
        Thread thread = ofContainer(task);
        thread.setName("fitmesh-" + name + "-" + NUMBER.incrementAndGet());
        thread.setDaemon(true);
        return thread;
    }

    private Thread ofContainer(Runnable task) {
        Thread thread;
        try {
            thread = container.newThread(task);
        } catch (IllegalStateException e) {
            throw new RejectedExecutionException("the server makes no threads", e);
        }
        if (thread == null) {
            throw new RejectedExecutionException("the server makes no threads");
        }
        return thread;
    }
}
