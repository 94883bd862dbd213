package org.fitmesh.management.jmx;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.TreeSet;
import org.fitmesh.event.log.DeliveryPause;
import org.fitmesh.management.jmx.EventFigures.Figures;
import org.fitmesh.state.Snapshots;

/** What the beans of events have in common. */
@ApplicationScoped
class TriggerEvents {
    private static final String REDELIVER = "fitmesh_redeliver_failed_events";

    @Inject private Snapshots snapshots;
    @Inject private Commands commands;
    @Inject private EventFigures figures;

    /** The event triggers that the metadata names, usable or not. */
    Set<String> names() {
        return snapshots
                .candidate()
                .<Set<String>>map(now -> new TreeSet<>(now.source().document().eventTriggerNames()))
                .orElse(Set.of());
    }

    static boolean isPaused(Figures figures, String trigger) {
        return figures.paused().containsKey(DeliveryPause.ALL)
                || figures.paused().containsKey(trigger);
    }

    /** Lets the failed events of one trigger be delivered again; answers how many. */
    long redeliverFailed(String trigger) {
        try {
            return commands.run(REDELIVER, named(trigger)).path("count").asLong();
        } finally {
            figures.outdate();
        }
    }

    /** The same for all triggers of the metadata. */
    long redeliverAllFailed() {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        for (String name : names()) {
            all.addObject().put("type", REDELIVER).set("args", named(name));
        }
        try {
            long count = 0;
            for (JsonNode answer : commands.run("bulk", all)) {
                count += answer.path("count").asLong();
            }
            return count;
        } finally {
            figures.outdate();
        }
    }

    private static ObjectNode named(String trigger) {
        return JsonNodeFactory.instance.objectNode().put("name", trigger);
    }
}
