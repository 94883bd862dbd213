package org.fitmesh.management.jmx;

import static javax.management.openmbean.SimpleType.BOOLEAN;
import static javax.management.openmbean.SimpleType.DATE;
import static javax.management.openmbean.SimpleType.INTEGER;
import static javax.management.openmbean.SimpleType.LONG;
import static javax.management.openmbean.SimpleType.STRING;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Executor;
import java.util.function.ToLongFunction;
import javax.management.openmbean.OpenDataException;
import javax.management.openmbean.TabularData;
import org.fitmesh.event.delivery.Dispatcher;
import org.fitmesh.event.log.DeliveryPause;
import org.fitmesh.event.log.EventCounts.OfTrigger;
import org.fitmesh.management.jmx.EventFigures.Figures;
import org.fitmesh.management.jmx.Operation.Parameter;
import org.fitmesh.management.jmx.Rows.Column;

/** {@code type=Events}: the event log, and its delivery by all nodes. */
@ApplicationScoped
class EventsBean {
    private static final String COUNTED =
            "; of all nodes, at most 100,000 of each trigger are counted";

    private static final Rows TRIGGERS =
            Rows.of(
                    "EventTriggerCount",
                    "Events that are not through, by trigger",
                    new Column("Trigger", STRING, "name of the event trigger"),
                    new Column("Paused", BOOLEAN, "whether its events, or all, are paused"),
                    new Column("Waiting", LONG, "events that wait for a delivery"),
                    new Column("Retrying", LONG, "those of them that have failed before"),
                    new Column("InDelivery", LONG, "events that a node is delivering"),
                    new Column("Failed", LONG, "events that were given up"),
                    new Column("OldestWaitingSeconds", LONG, "age of the oldest not through"));

    @Inject private EventFigures figures;
    @Inject private Dispatcher dispatcher;
    @Inject private TriggerEvents triggers;

    OpenBean bean(Executor context) {
        OpenBean bean =
                new OpenBean(
                        "The event log, which all nodes share. It is counted when an attribute is"
                                + " read, at most every 5 seconds, in indexes of the events that are"
                                + " not through; delivered and archived ones are PostgreSQL's own"
                                + " estimate, so that nothing reads millions of rows.",
                        context);
        counts(bean);
        estimates(bean);
        pause(bean);
        redelivery(bean);
        return bean;
    }

    private void counts(OpenBean bean) {
        bean.with(
                        "Waiting",
                        LONG,
                        "Events that wait for a delivery, retries among them" + COUNTED,
                        () -> sum(OfTrigger::waiting))
                .with(
                        "Retrying",
                        LONG,
                        "Those of the waiting ones that have failed before" + COUNTED,
                        () -> sum(OfTrigger::retrying))
                .with(
                        "InDelivery",
                        LONG,
                        "Events that a node has under a lease: it is delivering them, or has died"
                                + COUNTED,
                        () -> sum(OfTrigger::leased))
                .with(
                        "InDeliveryHere",
                        INTEGER,
                        "Events that this node is delivering, or whose results it is writing; from"
                                + " memory",
                        () -> dispatcher.inFlight().values().stream().mapToInt(n -> n).sum())
                .with(
                        "Failed",
                        LONG,
                        "Events that were given up after their retries" + COUNTED,
                        () -> sum(OfTrigger::failed))
                .with(
                        "OldestWaitingSeconds",
                        LONG,
                        "Age in seconds of the oldest event that waits or is being delivered; 0"
                                + " without any",
                        this::oldest)
                .with(
                        "Triggers",
                        TRIGGERS.type(),
                        "The same by event trigger: those of the metadata, and others that have"
                                + " events",
                        this::byTrigger);
    }

    private void estimates(OpenBean bean) {
        bean.with(
                        "DeliveredEstimate",
                        LONG,
                        "Delivered events that are still kept: PostgreSQL's estimate of when it last"
                                + " analyzed the log; empty before",
                        () -> estimate(figures.read().counts().delivered()))
                .with(
                        "ArchivedEstimate",
                        LONG,
                        "Archived events that are still kept, of triggers that are gone:"
                                + " PostgreSQL's estimate as well",
                        () -> estimate(figures.read().counts().archived()))
                .with(
                        "CountedAt",
                        DATE,
                        "When the figures were read from the database",
                        () -> Date.from(figures.read().at()));
    }

    private void pause(OpenBean bean) {
        bean.with(
                        "DeliveryPaused",
                        BOOLEAN,
                        "Whether delivery of all events is paused, on all nodes",
                        () -> pausedSince() != null)
                .with(
                        "DeliveryPausedSince",
                        DATE,
                        "Since when, by the database's clock; empty while it is not",
                        this::pausedSince)
                .with(
                        "pauseDelivery",
                        BOOLEAN,
                        "Lets all events wait, on all nodes of this database, also on those that"
                                + " start later, until resumeDelivery. Changes are still captured;"
                                + " deliveries under way are finished. Answers whether it was not"
                                + " paused before.",
                        arguments -> figures.pause(DeliveryPause.ALL))
                .with(
                        "resumeDelivery",
                        BOOLEAN,
                        "Lets all nodes deliver again. Triggers that were paused by themselves stay"
                                + " paused. Answers whether it was paused.",
                        arguments -> figures.resume(DeliveryPause.ALL));
    }

    private void redelivery(OpenBean bean) {
        bean.with(
                        "redeliverFailed",
                        LONG,
                        "Lets all events of a trigger that were given up be delivered again, with"
                                + " all their retries. Answers how many.",
                        arguments -> triggers.redeliverFailed(arguments.get(0)),
                        new Parameter("trigger", "Name of the event trigger in the metadata"))
                .with(
                        "redeliverAllFailed",
                        LONG,
                        "The same for all event triggers of the metadata, in one transaction."
                                + " Answers how many events.",
                        arguments -> triggers.redeliverAllFailed());
    }

    private long sum(ToLongFunction<OfTrigger> count) throws SQLException {
        return figures.read().counts().byTrigger().values().stream().mapToLong(count).sum();
    }

    private long oldest() throws SQLException {
        return figures.read().counts().byTrigger().values().stream()
                .mapToLong(one -> one.oldest().map(Duration::toSeconds).orElse(0L))
                .max()
                .orElse(0);
    }

    private static Long estimate(OptionalLong number) {
        return number.isPresent() ? number.getAsLong() : null;
    }

    private Date pausedSince() throws SQLException {
        Instant since = figures.read().paused().get(DeliveryPause.ALL);
        return since == null ? null : Date.from(since);
    }

    private TabularData byTrigger() throws SQLException, OpenDataException {
        Figures now = figures.read();
        Map<String, OfTrigger> counts = now.counts().byTrigger();
        Set<String> names = new TreeSet<>(triggers.names());
        names.addAll(counts.keySet());
        List<Object[]> rows = new ArrayList<>();
        for (String name : names) {
            OfTrigger one = counts.getOrDefault(name, OfTrigger.NONE);
            rows.add(
                    new Object[] {
                        name,
                        TriggerEvents.isPaused(now, name),
                        one.waiting(),
                        one.retrying(),
                        one.leased(),
                        one.failed(),
                        one.oldest().map(Duration::toSeconds).orElse(0L)
                    });
        }
        return TRIGGERS.table(rows);
    }
}
