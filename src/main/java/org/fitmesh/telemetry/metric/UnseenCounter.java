package org.fitmesh.telemetry.metric;

import java.util.concurrent.atomic.LongAdder;
import org.eclipse.microprofile.metrics.Counter;

/** A counter of no registry. */
final class UnseenCounter implements Counter {
    private final LongAdder count = new LongAdder();

    @Override
    public void inc() {
        count.increment();
    }

    @Override
    public void inc(long more) {
        count.add(more);
    }

    @Override
    public long getCount() {
        return count.sum();
    }
}
