package org.fitmesh.dev;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

/** The things that run; ended in the reverse order of their start, also those still starting. */
final class Parts implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 15;

    private final Deque<AutoCloseable> running = new ArrayDeque<>();
    private final Deque<CompletableFuture<?>> starting = new ArrayDeque<>();
    private boolean closing;

    /** Starts something on a thread of its own. */
    <T extends AutoCloseable> CompletableFuture<T> start(Callable<T> part) {
        CompletableFuture<T> future = new CompletableFuture<>();
        synchronized (this) {
            if (closing) return future;
            starting.add(future);
        }
        Thread thread = new Thread(() -> run(part, future), "start");
        thread.setDaemon(true);
        thread.start();
        return future;
    }

    /** The started part; its failure is thrown as a {@link StartFailure}. */
    static <T> T await(CompletableFuture<T> part) throws StartFailure, InterruptedException {
        try {
            return part.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof StartFailure failure) throw failure;
            throw new StartFailure(e.getCause().getMessage(), e.getCause());
        }
    }

    synchronized boolean isClosing() {
        return closing;
    }

    @Override
    public void close() {
        synchronized (this) {
            closing = true;
        }
        awaitStarting();
        while (true) {
            AutoCloseable part = last();
            if (part == null) return;
            end(part);
        }
    }

    private <T extends AutoCloseable> void run(Callable<T> part, CompletableFuture<T> future) {
        try {
            T started = part.call();
            synchronized (this) {
                running.push(started);
            }
            future.complete(started);
        } catch (Exception e) {
            future.completeExceptionally(e);
        }
    }

    private void awaitStarting() {
        CompletableFuture<?>[] all;
        synchronized (this) {
            all = starting.toArray(CompletableFuture[]::new);
        }
        try {
            CompletableFuture.allOf(all)
                    .exceptionally(failure -> null)
                    .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (Exception e) {
            // Whatever did not start in time is not waited for.
            return;
        }
    }

    private synchronized AutoCloseable last() {
        return running.poll();
    }

    private static void end(AutoCloseable part) {
        try {
            part.close();
        } catch (Exception e) {
            System.err.println("Fitmesh: " + e.getMessage());
        }
    }
}
