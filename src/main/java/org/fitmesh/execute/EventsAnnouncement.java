package org.fitmesh.execute;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.fitmesh.event.EventTriggersInForce;
import org.fitmesh.event.EventsCaptured;

/** Tells this node that a mutation has been committed which may have raised events. */
@ApplicationScoped
class EventsAnnouncement {
    private static final Logger LOG = System.getLogger(EventsAnnouncement.class.getName());
    private static final EventsCaptured CAPTURED = new EventsCaptured();

    @Inject private EventTriggersInForce triggers;
    @Inject private Event<EventsCaptured> event;

    /** The write is done: an observer that fails must not make the client repeat it. */
    void afterCommit() {
        if (!triggers.get().captureAnything()) {
            return;
        }
        try {
            event.fire(CAPTURED);
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "events wait for the next look at the log", e);
        }
    }
}
