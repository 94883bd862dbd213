package org.fitmesh.state;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;

/** Tells of a failure that lasts: at once, when its reason changes, and once a minute. */
final class RareLog {
    private static final Duration AGAIN = Duration.ofMinutes(1);

    private final Logger log;
    private String last = "";
    private long told;

    RareLog(Logger log) {
        this.log = log;
    }

    synchronized void warn(String text) {
        long now = System.nanoTime();
        if (text.equals(last) && now - told < AGAIN.toNanos()) {
            return;
        }
        last = text;
        told = now;
        log.log(Level.WARNING, text);
    }

    /** It is over: the next failure is told at once. */
    synchronized void reset() {
        last = "";
    }
}
