package org.fitmesh.lifecycle;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.fitmesh.config.Settings;

/**
 * Whether this node works or stops, and how it stops. There is no way back: a node that has stopped
 * is started anew.
 */
@ApplicationScoped
public class Lifecycle {
    private static final Logger LOG = System.getLogger(Lifecycle.class.getName());
    private static final long POLL_NANOS = 20_000_000;

    @Inject private Settings settings;
    @Inject private Event<Stopping> event;

    private final RequestsUnderWay requests = new RequestsUnderWay();

    /** Held by who waits; others wait for the same. */
    private final ReentrantLock waiting = new ReentrantLock();

    private Optional<Stopping> begun = Optional.empty();
    private Optional<Drained> drained = Optional.empty();
    private volatile boolean stopping;

    /** The requests that are being answered; the same for all. */
    public RequestsUnderWay requests() {
        return requests;
    }

    /** Whether the node was told to stop: it is not ready, and begins no work by itself. */
    public boolean isStopping() {
        return stopping;
    }

    /**
     * Stops the node's work while its server goes on: not ready from now on; requests are taken for
     * {@code FITMESH_SHUTDOWN_DELAY_SECONDS} yet, so that whoever spreads them has time to see
     * that; then those under way and deliveries end, within {@code
     * HASURA_GRAPHQL_GRACEFUL_SHUTDOWN_TIMEOUT}. Requests that come even later are answered, and
     * not waited for. Returns when that is over; a second call waits for the first.
     */
    public Drained drain() {
        return finish(settings.shutdown().delay());
    }

    /** The same at once: the server takes no requests any more. */
    Drained stop() {
        return finish(Duration.ZERO);
    }

    private Drained finish(Duration delay) {
        stopping = true;
        requests.becomeLast();
        waiting.lock();
        try {
            if (drained.isEmpty()) {
                begin(delay);
                drained = Optional.of(await(delay));
            }
            return drained.get();
        } finally {
            waiting.unlock();
        }
    }

    private void begin(Duration delay) {
        LOG.log(
                Level.INFO,
                "stopping: not ready any more, requests are taken for {0} s yet",
                delay.toSeconds());
        Stopping now = new Stopping();
        begun = Optional.of(now);
        try {
            event.fire(now);
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "not everybody knows that the node stops", e);
        }
    }

    private Drained await(Duration delay) {
        long start = System.nanoTime();
        List<Unfinished> all = new ArrayList<>(begun.orElseThrow().unfinished());
        pause(start + delay.toNanos());
        all.add(requests.close());
        long end = System.nanoTime() + settings.shutdown().timeout().toNanos();
        while (all.stream().anyMatch(work -> work.count() > 0) && end - System.nanoTime() > 0) {
            LockSupport.parkNanos(POLL_NANOS);
        }
        Map<String, Integer> unfinished = new LinkedHashMap<>();
        all.forEach(work -> unfinished.put(work.name(), work.count()));
        all.forEach(Unfinished::leave);
        boolean clean = unfinished.values().stream().allMatch(count -> count == 0);
        LOG.log(
                clean ? Level.INFO : Level.WARNING,
                "stopped after {0} ms; unfinished: {1}",
                Duration.ofNanos(System.nanoTime() - start).toMillis(),
                unfinished);
        return new Drained(Collections.unmodifiableMap(unfinished));
    }

    private static void pause(long until) {
        long left = until - System.nanoTime();
        while (left > 0) {
            LockSupport.parkNanos(left);
            left = until - System.nanoTime();
        }
    }
}
