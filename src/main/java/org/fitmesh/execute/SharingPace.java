package org.fitmesh.execute;

import java.time.Duration;

/**
 * Whether requests may share a statement: it must be fast and its answers small in the mean, or
 * those who are taken along wait for the one before them longer than they gain; and it must not
 * fail. One that was not so is tried again after a second, and after twice as long each time that
 * it is still not.
 */
final class SharingPace {
    /** In the mean; a statement that takes longer is not shared. */
    static final Duration SLOW = Duration.ofMillis(20);

    private static final int LARGE_BYTES = 8_192;
    private static final long FIRST_PAUSE_NANOS = 1_000_000_000;
    private static final long LONGEST_PAUSE_NANOS = 64 * FIRST_PAUSE_NANOS;

    /** In a mean one run has an eighth: a single one that stood still does not decide. */
    private static final int RUNS = 8;

    private volatile boolean paused;
    private volatile long pauseEnds;

    /** Guarded by this, as what follows. How long the last pause was; 0 when all is well again. */
    private long pause;

    private long meanNanos;
    private long meanBytes;

    boolean allowsSharing() {
        return !paused || System.nanoTime() - pauseEnds > 0;
    }

    /**
     * A statement has run, for one request or for several. That it was fast ends the time in which
     * pauses grow for several only: one alone may be fast where several are not.
     *
     * @param begin when it began, by {@link System#nanoTime}
     * @param bytes of the longest answer
     */
    synchronized void took(int requests, long begin, int bytes) {
        meanNanos += (System.nanoTime() - begin - meanNanos) / RUNS;
        meanBytes += (bytes - meanBytes) / RUNS;
        if (meanNanos > SLOW.toNanos() || meanBytes > LARGE_BYTES) {
            pause();
        } else if (paused && requests > 1 && begin - pauseEnds > 0) {
            pause = 0;
            paused = false;
        }
    }

    /** A statement for several has failed. */
    synchronized void failed() {
        pause();
    }

    /** Of several that end at once the first one counts. */
    private void pause() {
        if (allowsSharing()) {
            pause = pause == 0 ? FIRST_PAUSE_NANOS : Math.min(2 * pause, LONGEST_PAUSE_NANOS);
            pauseEnds = System.nanoTime() + pause;
            paused = true;
            meanNanos = 0;
            meanBytes = 0;
        }
    }
}
