package org.fitmesh.event.delivery;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * How many connections to a receiver the client may have kept, at most. The client does not tell
 * whether a request went over a new connection; where none can be left, it did.
 */
final class ReusableConnections {
    private final ConcurrentMap<String, Integer> kept = new ConcurrentHashMap<>();

    /**
     * A request begins.
     *
     * @return whether it may go over a connection that was used before
     */
    boolean take(String origin) {
        boolean[] mayBe = new boolean[1];
        kept.computeIfPresent(
                origin,
                (name, count) -> {
                    mayBe[0] = true;
                    return count == 1 ? null : count - 1;
                });
        return mayBe[0];
    }

    /** A request ended with a whole answer. */
    void giveBack(String origin) {
        kept.merge(origin, 1, Integer::sum);
    }
}
