package org.fitmesh.lifecycle;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * CDI event: this node stops. Whoever observes it begins nothing new, and says what is to be waited
 * for. Fired once, in a thread that may be none of the container's.
 */
public final class Stopping {
    private final List<Unfinished> unfinished = new CopyOnWriteArrayList<>();

    /** Has the node wait for that work before it ends. */
    public void waitFor(Unfinished work) {
        unfinished.add(work);
    }

    List<Unfinished> unfinished() {
        return List.copyOf(unfinished);
    }
}
