package org.fitmesh.state;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** When the database has last answered the question that is asked each second. */
@ApplicationScoped
public class DatabaseContact {
    private volatile long last = System.nanoTime();

    /** The time since then; since the start, when it never has. */
    public Duration age() {
        return Duration.ofNanos(System.nanoTime() - last);
    }

    void made() {
        last = System.nanoTime();
    }
}
