package org.fitmesh.metadata;

import java.time.Duration;
import java.util.Optional;

/**
 * {@code retry_conf} of an event trigger.
 *
 * @param retries how many deliveries may follow the first one
 * @param interval the wait before a retry; with a backoff, before the first one
 * @param timeout how long a delivery may take until its answer is there
 * @param backoff beyond Hasura: waits that grow
 */
public record RetryConfiguration(
        int retries, Duration interval, Duration timeout, Optional<Backoff> backoff) {
    /** Hasura's defaults. */
    public static final RetryConfiguration DEFAULT =
            new RetryConfiguration(
                    0, Duration.ofSeconds(10), Duration.ofSeconds(60), Optional.empty());

    /**
     * Exponential backoff: the wait before retry n is {@code interval × factor^n}.
     *
     * @param factor at least 1
     * @param longest the wait is never longer
     * @param jitter whether the wait is drawn evenly between half of it and all of it, so that the
     *     retries of many events do not come together
     */
    public record Backoff(double factor, Duration longest, boolean jitter) {}
}
