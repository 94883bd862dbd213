package org.fitmesh.remote;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import org.fitmesh.error.RequestException;

/** Counts the requests to one remote, and remembers how the last one ended. Safe for threads. */
public final class RemoteOutcomes {
    private final LongAdder answered = new LongAdder();
    private final LongAdder failed = new LongAdder();
    private volatile Failing failing;

    /**
     * The last request failed.
     *
     * @param since when the first of those failed that had no success after them
     */
    private record Failing(RequestException last, Instant since) {}

    /** All requests that ended. */
    public long requests() {
        return answered.sum() + failed.sum();
    }

    /** Those of them that got no usable HTTP answer. */
    public long failures() {
        return failed.sum();
    }

    /** What is wrong, when the last request failed. */
    Optional<RemoteStatus.Trouble> trouble() {
        return Optional.ofNullable(failing)
                .map(
                        now ->
                                new RemoteStatus.Trouble(
                                        RemoteFailure.reason(now.last()),
                                        Optional.of(now.since())));
    }

    void answered() {
        answered.increment();
        // Read before written: all threads may be here at once.
        if (failing != null) {
            failing = null;
        }
    }

    void failed(RequestException failure) {
        failed.increment();
        Failing before = failing;
        failing = new Failing(failure, before == null ? Instant.now() : before.since());
    }
}
