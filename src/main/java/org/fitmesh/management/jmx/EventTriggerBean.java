package org.fitmesh.management.jmx;

import static javax.management.openmbean.SimpleType.BOOLEAN;
import static javax.management.openmbean.SimpleType.INTEGER;
import static javax.management.openmbean.SimpleType.LONG;
import static javax.management.openmbean.SimpleType.STRING;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.fitmesh.event.CapturedTrigger;
import org.fitmesh.event.EventTriggersInForce;
import org.fitmesh.event.delivery.Dispatcher;
import org.fitmesh.event.log.EventCounts.OfTrigger;
import org.fitmesh.metadata.EventTrigger;

/** {@code type=EventTrigger,name=…}: one for each event trigger of the metadata. */
@ApplicationScoped
class EventTriggerBean {
    private static final String COUNTED = "; of all nodes, at most 100,000 are counted";

    @Inject private EventTriggersInForce inForce;
    @Inject private EventFigures figures;
    @Inject private TriggerEvents triggers;
    @Inject private Dispatcher dispatcher;

    OpenBean bean(String name, Executor context) {
        OpenBean bean =
                new OpenBean(
                        "The event trigger " + name + ". Its events are counted as those of Events",
                        context);
        definition(bean, name);
        counts(bean, name);
        operations(bean, name);
        return bean;
    }

    private void definition(OpenBean bean, String name) {
        bean.with(
                        "Table",
                        STRING,
                        "Table whose changes are captured; empty when they cannot be",
                        () -> definition(name).map(it -> it.table().toString()).orElse(null))
                .with(
                        "Webhook",
                        STRING,
                        "Who is told, as the metadata writes it: the name of a setting, an address"
                                + " without query and credentials, or cdi: and an observer's name",
                        () ->
                                definition(name)
                                        .map(it -> ShownUrl.of(it.webhook().template()))
                                        .orElse(null))
                .with(
                        "Deliverable",
                        BOOLEAN,
                        "Whether its events can be delivered; else they wait, and the"
                                + " inconsistencies of Snapshot tell why",
                        () -> inForce.get().find(name).isPresent())
                .with(
                        "Paused",
                        BOOLEAN,
                        "Whether its events are paused on all nodes, by themselves or with all",
                        () -> TriggerEvents.isPaused(figures.read(), name));
    }

    private void counts(OpenBean bean, String name) {
        bean.with(
                        "Waiting",
                        LONG,
                        "Events that wait for a delivery, retries among them" + COUNTED,
                        () -> of(name).waiting())
                .with(
                        "Retrying",
                        LONG,
                        "Those of the waiting ones that have failed before" + COUNTED,
                        () -> of(name).retrying())
                .with(
                        "InDelivery",
                        LONG,
                        "Events that a node has under a lease: it is delivering them, or has died"
                                + COUNTED,
                        () -> of(name).leased())
                .with(
                        "InDeliveryHere",
                        INTEGER,
                        "Events that this node is delivering, or whose results it is writing; from"
                                + " memory",
                        () -> dispatcher.inFlight().getOrDefault(name, 0))
                .with(
                        "Failed",
                        LONG,
                        "Events that were given up after their retries" + COUNTED,
                        () -> of(name).failed())
                .with(
                        "OldestWaitingSeconds",
                        LONG,
                        "Age in seconds of the oldest event that waits or is being delivered; 0"
                                + " without any",
                        () -> of(name).oldest().map(Duration::toSeconds).orElse(0L));
    }

    private void operations(OpenBean bean, String name) {
        bean.with(
                        "pauseDelivery",
                        BOOLEAN,
                        "Lets the events of this trigger wait, on all nodes of this database, also"
                                + " on those that start later, until resumeDelivery. Answers whether"
                                + " it was not paused by itself before.",
                        arguments -> figures.pause(name))
                .with(
                        "resumeDelivery",
                        BOOLEAN,
                        "Lets all nodes deliver them again, unless all events are paused. Answers"
                                + " whether the trigger was paused by itself.",
                        arguments -> figures.resume(name))
                .with(
                        "redeliverFailed",
                        LONG,
                        "Lets all events that were given up be delivered again, with all their"
                                + " retries. Answers how many.",
                        arguments -> triggers.redeliverFailed(name));
    }

    private Optional<EventTrigger> definition(String name) {
        return inForce.get().captured().stream()
                .map(CapturedTrigger::definition)
                .filter(definition -> definition.name().equals(name))
                .findFirst();
    }

    private OfTrigger of(String name) throws SQLException {
        return figures.read().counts().byTrigger().getOrDefault(name, OfTrigger.NONE);
    }
}
