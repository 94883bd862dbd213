package org.fitmesh.lifecycle;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Counts the requests that are being answered. No bean: each request tells it of its begin and its
 * end.
 */
public final class RequestsUnderWay {
    private volatile Group current = new Group();
    private volatile boolean last;

    RequestsUnderWay() {}

    /** Requests that began in the same span of time. */
    public static final class Group implements Unfinished {
        private final AtomicInteger open = new AtomicInteger();

        /** One of them has been answered. */
        public void ended() {
            open.decrementAndGet();
        }

        @Override
        public String name() {
            return "requests";
        }

        @Override
        public int count() {
            return open.get();
        }

        /** Nobody else can answer them. */
        @Override
        public void leave() {}
    }

    /** A request begins; its end is to be told to the group that it belongs to. */
    public Group begin() {
        while (true) {
            Group group = current;
            group.open.incrementAndGet();
            if (group == current) {
                return group;
            }
            // Closed meanwhile, and perhaps found empty already.
            group.ended();
        }
    }

    /** Whether a request is the last of its connection: the next one goes to another node. */
    public boolean areLast() {
        return last;
    }

    /** The node begins to stop. */
    void becomeLast() {
        last = true;
    }

    /** Those that are under way now; later ones belong to another group. */
    Group close() {
        Group closed = current;
        current = new Group();
        return closed;
    }
}
