package org.fitmesh.telemetry.metric;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import org.eclipse.microprofile.metrics.Counter;
import org.eclipse.microprofile.metrics.Tag;
import org.fitmesh.telemetry.OperationKind;

/** GraphQL requests, as Hasura counts them. */
@ApplicationScoped
public class RequestMetrics {
    private static final double[] BOUNDS = {0.01, 0.03, 0.1, 0.3, 1, 3, 10};

    @Inject private Metrics metrics;

    private final LongAdder open = new LongAdder();
    private final Map<OperationKind, Counter> succeeded = new EnumMap<>(OperationKind.class);
    private final Map<OperationKind, Counter> failed = new EnumMap<>(OperationKind.class);
    private final Map<OperationKind, Durations> times = new EnumMap<>(OperationKind.class);

    @PostConstruct
    void prepare() {
        metrics.gauge(
                "hasura_http_connections", "HTTP requests that are being answered", open::sum);
        for (OperationKind kind : OperationKind.values()) {
            Tag ofKind = new Tag("operation_type", kind.text());
            succeeded.put(kind, requests(ofKind, "success"));
            failed.put(kind, requests(ofKind, "failed"));
        }
        for (OperationKind kind :
                new OperationKind[] {OperationKind.QUERY, OperationKind.MUTATION}) {
            times.put(
                    kind,
                    metrics.durations(
                            "hasura_graphql_execution_time_seconds",
                            "Time that successful GraphQL requests took",
                            BOUNDS,
                            new Tag("operation_type", kind.text())));
        }
    }

    private Counter requests(Tag ofKind, String status) {
        return metrics.counter(
                "hasura_graphql_requests_total",
                "GraphQL requests",
                ofKind,
                new Tag("response_status", status));
    }

    /** An HTTP request has come. */
    public void opened() {
        open.increment();
    }

    /** It is answered. */
    public void closed() {
        open.decrement();
    }

    /**
     * One GraphQL operation was answered; a body may have several.
     *
     * @param nanos all that was done for it
     */
    public void answered(OperationKind kind, boolean success, long nanos) {
        (success ? succeeded : failed).get(kind).inc();
        Durations of = success ? times.get(kind) : null;
        if (of != null) {
            of.add(nanos);
        }
    }
}
