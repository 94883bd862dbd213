package org.fitmesh.telemetry.metric;

import java.math.BigDecimal;
import java.util.concurrent.atomic.LongAdder;

/**
 * How many durations fell into which bucket. MicroProfile's own histograms are not used: Payara
 * counts their buckets in a sample of 1,028 values, so that rates and quantiles over time come out
 * wrong.
 */
public final class Durations {
    private static final double NANOS = 1e9;

    private final double[] bounds;
    private final LongAdder[] buckets;
    private final LongAdder nanos = new LongAdder();

    Durations(double[] bounds) {
        this.bounds = bounds.clone();
        this.buckets = new LongAdder[bounds.length + 1];
        for (int i = 0; i < buckets.length; i++) {
            buckets[i] = new LongAdder();
        }
    }

    /** Adds one, in nanoseconds. */
    public void add(long duration) {
        int bucket = 0;
        while (bucket < bounds.length && duration > bounds[bucket] * NANOS) {
            bucket++;
        }
        buckets[bucket].increment();
        nanos.add(duration);
    }

    /** The upper bound of a bucket as Prometheus writes it. */
    String bound(int bucket) {
        return bucket == bounds.length
                ? "+Inf"
                : BigDecimal.valueOf(bounds[bucket]).stripTrailingZeros().toPlainString();
    }

    /** How many were as long as that bucket's bound, or shorter. */
    long upTo(int bucket) {
        long count = 0;
        for (int i = 0; i <= bucket; i++) {
            count += buckets[i].sum();
        }
        return count;
    }

    long count() {
        return upTo(bounds.length);
    }

    double seconds() {
        return nanos.sum() / NANOS;
    }
}
