package org.fitmesh.event.delivery;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.atomic.AtomicBoolean;

/** Tells the log once that the database is away, and once that it is back. */
final class Outage {
    private static final Logger LOG = System.getLogger(Outage.class.getName());

    private final AtomicBoolean away = new AtomicBoolean();

    void failed(Exception failure) {
        if (away.compareAndSet(false, true)) {
            LOG.log(
                    Level.WARNING,
                    "the event log cannot be used, tried again until it can: {0}",
                    failure.getMessage());
        }
    }

    boolean isAway() {
        return away.get();
    }

    void over() {
        if (away.get() && away.compareAndSet(true, false)) {
            LOG.log(Level.INFO, "the event log can be used again");
        }
    }
}
