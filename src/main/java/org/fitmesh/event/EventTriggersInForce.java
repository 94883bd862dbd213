package org.fitmesh.event;

import jakarta.enterprise.context.ApplicationScoped;

/** The event triggers of the snapshot in force, for all that works outside of a request. */
@ApplicationScoped
public class EventTriggersInForce {
    private volatile Versioned versioned = new Versioned(0, EventTriggers.NONE);

    /**
     * Event triggers with the metadata's version that they are of.
     *
     * @param version 0 before the first snapshot
     */
    public record Versioned(long version, EventTriggers triggers) {}

    /** None before the first snapshot. */
    public EventTriggers get() {
        return versioned.triggers();
    }

    /** The same with their version. */
    public Versioned versioned() {
        return versioned;
    }

    /** Whether there is a snapshot: before the first, Fitmesh's own tables may be missing. */
    public boolean known() {
        return versioned.version() > 0;
    }

    /** A new snapshot came into force. */
    public void set(long version, EventTriggers inForce) {
        this.versioned = new Versioned(version, inForce);
    }
}
