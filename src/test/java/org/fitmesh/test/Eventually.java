package org.fitmesh.test;

import java.util.concurrent.TimeUnit;

/** Waits for what happens in the background. */
public final class Eventually {

    private static final long PATIENCE_SECONDS = 120;
    private static final long POLL_MILLIS = 100;

    /** Something that is to hold. */
    @FunctionalInterface
    public interface Check {
        void run() throws Exception;
    }

    private Eventually() {}

    /**
     * Repeats a check until it holds; its last failure is thrown when it does not in two minutes.
     */
    public static void eventually(Check check) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (true) {
            try {
                check.run();
                return;
            } catch (AssertionError | Exception e) {
                if (System.nanoTime() > end) throw new AssertionError(e.getMessage(), e);
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(POLL_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
