package org.fitmesh.event.delivery;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.fitmesh.event.ActiveTrigger;

/** The events that this node has taken and whose results are not written yet. */
final class InFlight {
    private final ConcurrentMap<UUID, Delivery> deliveries = new ConcurrentHashMap<>();

    /** An event on its way. */
    static final class Delivery {
        private final ClaimedEvent event;
        private final ActiveTrigger trigger;
        private volatile long leasedAt = System.nanoTime();
        private volatile long deadline = Long.MAX_VALUE;
        private volatile WebhookClient.Exchange exchange;

        Delivery(ClaimedEvent event, ActiveTrigger trigger) {
            this.event = event;
            this.trigger = trigger;
        }

        ClaimedEvent event() {
            return event;
        }

        ActiveTrigger trigger() {
            return trigger;
        }

        void sent(WebhookClient.Exchange under, Duration timeout) {
            exchange = under;
            deadline = System.nanoTime() + timeout.toNanos();
        }

        /** The lease is as new as that moment of {@link System#nanoTime}. */
        void renewed(long moment) {
            leasedAt = moment;
        }

        boolean isLate(long now) {
            return deadline != Long.MAX_VALUE && now - deadline >= 0;
        }

        boolean isSent() {
            return exchange != null;
        }

        void end(Answer answer) {
            WebhookClient.Exchange under = exchange;
            if (under != null) {
                under.cancel(answer);
            }
        }
    }

    /**
     * Notes an event that was taken.
     *
     * @return whether it is to be delivered; else its lease had run out while it was on its way,
     *     and the node has taken it again. A later try of an event is another delivery, though that
     *     of the try before, written already, may still be noted
     */
    boolean add(Delivery delivery) {
        Delivery noted =
                deliveries.merge(
                        delivery.event.id(),
                        delivery,
                        (known, taken) ->
                                known.event.tries() == taken.event.tries() ? known : taken);
        noted.leasedAt = System.nanoTime();
        return noted == delivery;
    }

    /** Forgets that try of an event. */
    void remove(ClaimedEvent event) {
        deliveries.computeIfPresent(event.id(), (id, known) -> known.event == event ? null : known);
    }

    boolean isEmpty() {
        return deliveries.isEmpty();
    }

    int size() {
        return deliveries.size();
    }

    Collection<UUID> ids() {
        return List.copyOf(deliveries.keySet());
    }

    Collection<Delivery> all() {
        return List.copyOf(deliveries.values());
    }

    /** How many there are, by trigger. */
    Map<String, Integer> counts() {
        Map<String, Integer> counts = new HashMap<>();
        deliveries.values().forEach(d -> counts.merge(d.event.trigger(), 1, Integer::sum));
        return counts;
    }

    /** Those whose lease is older than that. */
    List<Delivery> toRenew(Duration age) {
        long now = System.nanoTime();
        return deliveries.values().stream().filter(d -> now - d.leasedAt > age.toNanos()).toList();
    }
}
