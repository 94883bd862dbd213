package org.fitmesh.telemetry.metric;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntSupplier;
import org.eclipse.microprofile.metrics.Counter;
import org.eclipse.microprofile.metrics.Tag;

/** Event triggers, as Hasura counts them. */
@ApplicationScoped
public class EventMetrics {
    private static final double[] FETCH_BOUNDS = {
        0.0001, 0.0003, 0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3, 10
    };
    private static final double[] WEBHOOK_BOUNDS = {0.01, 0.03, 0.1, 0.3, 1, 3, 10};
    private static final double[] EVENT_BOUNDS = {0.01, 0.03, 0.1, 0.3, 1, 3, 10, 30, 100};

    private Metrics metrics;

    private final AtomicLong lastBatch = new AtomicLong();
    private volatile ByName<OfTrigger> triggers =
            new ByName<>(name -> make(name, SourceMetrics.tag(SourceMetrics.USUAL_NAME)));
    private Durations fetches;

    /** For the container. */
    public EventMetrics() {}

    @Inject
    public EventMetrics(Metrics metrics) {
        this.metrics = metrics;
        prepare();
    }

    private record OfTrigger(
            Counter invoked,
            Counter invokedInVain,
            Counter processed,
            Counter givenUp,
            Durations queued,
            Durations invocations,
            Durations processing) {}

    private void prepare() {
        fetches =
                metrics.durations(
                        "hasura_event_fetch_time_per_batch_seconds",
                        "Time that taking a batch of events from the database took",
                        FETCH_BOUNDS);
        metrics.gauge(
                "hasura_events_fetched_per_batch",
                "Events of the batch that was taken last",
                lastBatch::get);
    }

    /** Shows what follows under another name of the source; counts begin anew. */
    void rename(Tag source) {
        triggers = new ByName<>(name -> make(name, source));
    }

    private OfTrigger make(String name, Tag source) {
        Tag trigger = new Tag("trigger_name", name);
        String invocations = "hasura_event_invocations_total";
        String processed = "hasura_event_processed_total";
        return new OfTrigger(
                count(invocations, "Deliveries that were tried", trigger, source, "success"),
                count(invocations, "Deliveries that were tried", trigger, source, "failed"),
                count(processed, "Events that are done with", trigger, source, "success"),
                count(processed, "Events that are done with", trigger, source, "failed"),
                metrics.durations(
                        "hasura_event_queue_time_seconds",
                        "Time from when an event was due to the beginning of its delivery",
                        EVENT_BOUNDS,
                        trigger,
                        source),
                metrics.durations(
                        "hasura_event_webhook_processing_time_seconds",
                        "Time from the beginning of a delivery to its result in the log",
                        WEBHOOK_BOUNDS,
                        trigger,
                        source),
                metrics.durations(
                        "hasura_event_processing_time_seconds",
                        "Time from an event's change to its last result in the log",
                        EVENT_BOUNDS,
                        trigger,
                        source));
    }

    private Counter count(String name, String description, Tag trigger, Tag source, String status) {
        return metrics.counter(name, description, trigger, source, new Tag("status", status));
    }

    /** How many deliveries are under way, whenever somebody asks. */
    public void workers(IntSupplier underWay) {
        metrics.gauge(
                "hasura_event_trigger_http_workers",
                "Deliveries that are under way",
                underWay::getAsInt);
    }

    /** A batch of events was taken. */
    public void fetched(int events, long nanos) {
        lastBatch.set(events);
        fetches.add(nanos);
    }

    /** A delivery begins; the event was due so long before. */
    public void began(String trigger, long queuedNanos) {
        triggers.get(trigger).queued.add(Math.max(0, queuedNanos));
    }

    /** The result of a delivery is in the log. */
    public void invoked(String trigger, boolean success, long nanos) {
        OfTrigger of = triggers.get(trigger);
        (success ? of.invoked : of.invokedInVain).inc();
        of.invocations.add(nanos);
    }

    /** No further delivery of an event will be tried; its row changed so long before. */
    public void done(String trigger, boolean success, long nanos) {
        OfTrigger of = triggers.get(trigger);
        (success ? of.processed : of.givenUp).inc();
        of.processing.add(Math.max(0, nanos));
    }
}
