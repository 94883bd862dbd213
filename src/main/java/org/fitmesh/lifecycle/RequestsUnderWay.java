package org.fitmesh.lifecycle;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts the requests that are being answered. */
@ApplicationScoped
public class RequestsUnderWay {
    private volatile Group current = new Group();

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

    /** Those that are under way now; later ones belong to another group. */
    Group close() {
        Group closed = current;
        current = new Group();
        return closed;
    }
}
