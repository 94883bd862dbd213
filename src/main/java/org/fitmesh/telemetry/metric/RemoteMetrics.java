package org.fitmesh.telemetry.metric;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.metrics.Counter;
import org.eclipse.microprofile.metrics.Tag;

/** Requests to remote schemas. Hasura has no such metrics. */
@ApplicationScoped
public class RemoteMetrics {
    private static final double[] BOUNDS = {0.01, 0.03, 0.1, 0.3, 1, 3, 10, 30};

    private Metrics metrics;

    private final ByName<OfRemote> remotes = new ByName<>(this::make);

    /** For the container. */
    public RemoteMetrics() {}

    @Inject
    public RemoteMetrics(Metrics metrics) {
        this.metrics = metrics;
    }

    private record OfRemote(Counter succeeded, Counter failed, Durations times) {}

    private OfRemote make(String name) {
        Tag remote = new Tag("remote_schema", name);
        return new OfRemote(
                requests(remote, "success"),
                requests(remote, "failed"),
                metrics.durations(
                        "fitmesh_remote_request_time_seconds",
                        "Time from a request to a remote schema to its whole reply",
                        BOUNDS,
                        remote));
    }

    private Counter requests(Tag remote, String status) {
        return metrics.counter(
                "fitmesh_remote_requests_total",
                "Requests to remote schemas",
                remote,
                new Tag("status", status));
    }

    /** A remote has answered, or not. */
    public void asked(String remoteSchema, boolean success, long nanos) {
        OfRemote of = remotes.get(remoteSchema);
        (success ? of.succeeded : of.failed).inc();
        of.times.add(nanos);
    }
}
