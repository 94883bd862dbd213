package org.fitmesh.event.delivery;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.fitmesh.event.ActiveTrigger;
import org.fitmesh.event.ActiveTrigger.Target;
import org.fitmesh.event.delivery.Answer.Failed;
import org.fitmesh.event.delivery.ClaimedEvent.Trace;
import org.fitmesh.event.delivery.InFlight.Delivery;
import org.fitmesh.http.AddressRule;
import org.fitmesh.http.AddressRule.RefusedAddress;
import org.fitmesh.telemetry.trace.TraceIds;
import org.fitmesh.telemetry.trace.Traced;
import org.fitmesh.telemetry.trace.Traces;

/** Delivers events of triggers to their webhooks. */
final class WebhookDelivery {
    private static final Logger LOG = System.getLogger(WebhookDelivery.class.getName());

    private final WebhookClient client;
    private final AddressRule addresses;
    private final Outcome outcome;
    private final Traces traces;
    private final ConcurrentMap<String, Prepared> prepared = new ConcurrentHashMap<>();

    /** Is told of each delivery that is over, in any thread. */
    @FunctionalInterface
    interface Outcome {
        void of(Delivery delivery, String loggedHeaders, Answer answer);
    }

    /** The requests of a trigger as it was defined then. */
    private record Prepared(ActiveTrigger trigger, Optional<WebhookRequests> requests) {}

    WebhookDelivery(WebhookClient client, AddressRule addresses, Outcome outcome, Traces traces) {
        this.client = client;
        this.addresses = addresses;
        this.outcome = outcome;
        this.traces = traces;
    }

    /** Begins to send them; their answers come later. */
    void deliver(ActiveTrigger trigger, List<Delivery> deliveries) {
        Optional<WebhookRequests> requests = requests(trigger);
        if (requests.isEmpty()) {
            refuse(deliveries, "[]", "the address or a header of the webhook is not usable");
            return;
        }
        try {
            addresses.check(requests.get().address().getHost());
        } catch (RefusedAddress e) {
            refuse(deliveries, requests.get().loggedHeaders(), e.getMessage());
            return;
        }
        Duration timeout = trigger.definition().retry().timeout();
        deliveries.forEach(delivery -> send(delivery, requests.get(), timeout));
    }

    private void refuse(List<Delivery> deliveries, String headers, String reason) {
        deliveries.forEach(delivery -> outcome.of(delivery, headers, new Failed(reason)));
    }

    private void send(Delivery delivery, WebhookRequests requests, Duration timeout) {
        ClaimedEvent event = delivery.event();
        Traced span =
                traces.delivery(
                        event.trigger(),
                        requests.address(),
                        event.trace().traceId(),
                        event.trace().spanId());
        WebhookClient.Exchange exchange;
        try {
            exchange = client.send(requests.request(event, trace(span, event)));
        } catch (RuntimeException | Error e) {
            LOG.log(Level.WARNING, "event " + event.id() + " cannot be sent", e);
            Answer failed = new Failed("the request cannot be made: " + e.getClass().getName());
            end(span, failed);
            outcome.of(delivery, requests.loggedHeaders(), failed);
            return;
        }
        delivery.sent(exchange, timeout);
        var unused =
                exchange.answer()
                        .thenAccept(
                                answer -> {
                                    end(span, answer);
                                    outcome.of(delivery, requests.loggedHeaders(), answer);
                                });
    }

    private static Trace trace(Traced span, ClaimedEvent event) {
        if (!span.isRecording()) {
            return event.trace();
        }
        TraceIds ids = span.ids();
        return new Trace(ids.traceId(), ids.spanId());
    }

    private static void end(Traced span, Answer answer) {
        answer.httpStatus().ifPresent(s -> span.attribute("http.response.status_code", s));
        if (!answer.succeeded()) {
            span.failed("not delivered");
        }
        span.close();
    }

    /** Ends those whose time is over; a minute or a day, it is the trigger's. */
    void endLate(Collection<Delivery> deliveries) {
        long now = System.nanoTime();
        for (Delivery delivery : deliveries) {
            if (delivery.isLate(now)) {
                long seconds = delivery.trigger().definition().retry().timeout().toSeconds();
                delivery.end(new Failed("timeout: no whole answer within " + seconds + " s"));
            }
        }
    }

    /** A new snapshot may define the trigger anew. */
    private Optional<WebhookRequests> requests(ActiveTrigger trigger) {
        return prepared.compute(
                        trigger.name(),
                        (name, known) ->
                                known != null && known.trigger().equals(trigger)
                                        ? known
                                        : prepare(trigger))
                .requests();
    }

    private static Prepared prepare(ActiveTrigger trigger) {
        try {
            Target.Webhook webhook = (Target.Webhook) trigger.target();
            return new Prepared(trigger, Optional.of(new WebhookRequests(trigger, webhook)));
        } catch (IllegalArgumentException e) {
            LOG.log(Level.WARNING, "event trigger {0} cannot be sent", trigger.name());
            return new Prepared(trigger, Optional.empty());
        }
    }
}
