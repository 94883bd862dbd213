package org.fitmesh.event;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fitmesh.metadata.Inconsistency;

/**
 * The event triggers of a snapshot.
 *
 * @param captured those that the database captures. A trigger that cannot be delivered is among
 *     them: its events wait until it can
 * @param active those that are delivered, by name
 * @param inconsistencies what is wrong with the others
 */
public record EventTriggers(
        List<CapturedTrigger> captured,
        Map<String, ActiveTrigger> active,
        List<Inconsistency> inconsistencies) {
    /** No event triggers at all. */
    public static final EventTriggers NONE = new EventTriggers(List.of(), Map.of(), List.of());

    /** The trigger of that name, if it can be delivered. */
    public Optional<ActiveTrigger> find(String name) {
        return Optional.ofNullable(active.get(name));
    }

    /** Whether anything is captured: then a mutation may have raised events. */
    public boolean captureAnything() {
        return !captured.isEmpty();
    }
}
