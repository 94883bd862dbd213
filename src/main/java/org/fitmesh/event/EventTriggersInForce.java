package org.fitmesh.event;

import jakarta.enterprise.context.ApplicationScoped;

/** The event triggers of the snapshot in force, for all that works outside of a request. */
@ApplicationScoped
public class EventTriggersInForce {
    private volatile EventTriggers triggers = EventTriggers.NONE;

    /** None before the first snapshot. */
    public EventTriggers get() {
        return triggers;
    }

    /** A new snapshot came into force. */
    public void set(EventTriggers inForce) {
        this.triggers = inForce;
    }
}
