package org.fitmesh.telemetry.metric;

import java.util.concurrent.atomic.LongAdder;
import org.eclipse.microprofile.metrics.Counter;
import org.eclipse.microprofile.metrics.Tag;

/** Counts how requests use connections. No bean: it is told three times for each statement. */
public final class ConnectionMetrics {
    private static final double[] BOUNDS = {
        0.0001, 0.0003, 0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3
    };

    private final Metrics metrics;
    private final LongAdder inUse = new LongAdder();
    private volatile OfSource ofSource;

    /**
     * @param source the label of the source
     */
    ConnectionMetrics(Metrics metrics, Tag source) {
        this.metrics = metrics;
        this.ofSource = make(source);
    }

    private record OfSource(Durations waits, Counter failures, Counter shared) {}

    /** Shows what follows under another name of the source; counts begin anew. */
    void rename(Tag source) {
        ofSource = make(source);
    }

    private OfSource make(Tag source) {
        metrics.gauge(
                "hasura_postgres_connections",
                "Connections that requests use at the moment",
                inUse::sum,
                source,
                new Tag("conn_info", "default"),
                new Tag("role", "primary"));
        Durations waits =
                metrics.durations(
                        "hasura_postgres_pool_wait_time_seconds",
                        "Time that requests waited for a connection of the pool",
                        BOUNDS,
                        source);
        Counter failures =
                metrics.counter(
                        "fitmesh_postgres_connection_failures_total",
                        "Requests that got no connection",
                        source);
        Counter shared =
                metrics.counter(
                        "fitmesh_postgres_shared_reads_total",
                        "Requests that were answered by a statement for several",
                        source);
        return new OfSource(waits, failures, shared);
    }

    /** A request has waited so long for a connection, whether it got one or not. */
    public void waited(long nanos) {
        ofSource.waits.add(nanos);
    }

    /** A request has got a connection. */
    public void taken() {
        inUse.increment();
    }

    /** It has given it back. */
    public void givenBack() {
        inUse.decrement();
    }

    /** So many requests were answered by one statement. */
    public void shared(int requests) {
        ofSource.shared.inc(requests);
    }

    /** It got none. */
    public void refused() {
        ofSource.failures.inc();
    }
}
