package org.fitmesh.event.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fitmesh.event.ActiveTrigger;
import org.fitmesh.event.Deliveries;
import org.fitmesh.event.delivery.InFlight.Delivery;
import org.fitmesh.event.delivery.WebhookDelivery.Outcome;

/** Delivers events to observers in the WAR. */
final class ObserverDelivery {
    private static final Logger LOG = System.getLogger(ObserverDelivery.class.getName());
    private static final String NO_HEADERS = "[]";

    /** Numbers stay as PostgreSQL wrote them. */
    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .nodeFactory(JsonNodeFactory.withExactBigDecimals(true))
                    .build();

    private final Call call;
    private final Outcome outcome;

    /** Calls the observers of a name in a transaction of their own; fails when they fail. */
    @FunctionalInterface
    interface Call {
        void tell(String name, Deliveries batch);
    }

    ObserverDelivery(Call call, Outcome outcome) {
        this.call = call;
        this.outcome = outcome;
    }

    /**
     * Delivers them as one batch. When that fails, each alone: one event that cannot be taken must
     * not fail the others with it.
     */
    void deliver(ActiveTrigger trigger, String observer, List<Delivery> deliveries) {
        Answer all = tell(trigger, observer, deliveries);
        if (all instanceof Answer.Observed || deliveries.size() == 1) {
            deliveries.forEach(delivery -> outcome.of(delivery, NO_HEADERS, all));
            return;
        }
        for (Delivery delivery : deliveries) {
            outcome.of(delivery, NO_HEADERS, tell(trigger, observer, List.of(delivery)));
        }
    }

    private Answer tell(ActiveTrigger trigger, String observer, List<Delivery> deliveries) {
        try {
            List<Deliveries.Event> events =
                    deliveries.stream().map(delivery -> event(delivery.event())).toList();
            call.tell(observer, new Deliveries(trigger.name(), events));
            return new Answer.Observed();
        } catch (RuntimeException | Error e) {
            // An error too, such as a class that is missing: without an answer the events would
            // stay taken for as long as this node lives.
            LOG.log(Level.DEBUG, "observers of " + observer + " failed", e);
            return new Answer.Failed("the observer failed: " + e);
        }
    }

    private static Deliveries.Event event(ClaimedEvent event) {
        JsonNode payload = read(event.payload());
        JsonNode data = payload.path("data");
        Map<String, String> variables = new HashMap<>();
        payload.path("session_variables")
                .fields()
                .forEachRemaining(v -> variables.put(v.getKey(), v.getValue().asText()));
        return new Deliveries.Event(
                event.id(),
                payload.path("op").asText(),
                event.table(),
                LocalDateTime.parse(event.createdAt()).toInstant(ZoneOffset.UTC),
                event.tries(),
                row(data.path("old")),
                row(data.path("new")),
                Map.copyOf(variables));
    }

    private static Optional<String> row(JsonNode row) {
        return row.isNull() || row.isMissingNode() ? Optional.empty() : Optional.of(row.toString());
    }

    private static JsonNode read(String payload) {
        try {
            return JSON.readTree(payload);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("PostgreSQL stores no broken JSON", e);
        }
    }
}
