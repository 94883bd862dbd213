package org.fitmesh.event.delivery;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.fitmesh.concurrent.ApplicationTimer;
import org.fitmesh.config.Settings;
import org.fitmesh.event.ActiveTrigger;
import org.fitmesh.event.ActiveTrigger.Target;
import org.fitmesh.event.EventTriggers;
import org.fitmesh.event.delivery.Claims.Wanted;
import org.fitmesh.event.delivery.InFlight.Delivery;
import org.fitmesh.http.AddressRule;
import org.fitmesh.lifecycle.Unfinished;
import org.fitmesh.telemetry.metric.EventMetrics;
import org.fitmesh.telemetry.trace.Traces;

/**
 * What one node delivers: looks at the log, takes what is due as far as there is room, sends it,
 * and has the results written. Knows no container.
 */
final class DeliveryNode implements Unfinished {
    private static final Logger LOG = System.getLogger(DeliveryNode.class.getName());

    /** How often late answers and old leases are looked for, while anything is on its way. */
    private static final Duration TICK = Duration.ofMillis(100);

    /**
     * Between two looks at the log. Under load each finds the events of that time instead of one or
     * two, which costs PostgreSQL and this node a fraction.
     */
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

    private static final long STOP_POLL_NANOS = 20_000_000;

    private final UUID node = UUID.randomUUID();
    private final Settings.Events settings;
    private final Supplier<EventTriggers> triggers;
    private final Executor executor;
    private final ApplicationTimer timer;
    private final EventMetrics metrics;
    private final Claims claims;
    private final Outage outage = new Outage();
    private final InFlight inFlight = new InFlight();
    private final Results results;
    private final WebhookDelivery webhooks;
    private final ObserverDelivery observers;
    private final Coalesced look;
    private final Coalesced renewal;

    /** Triggers of which a look took as many as it could: there may be more. */
    private final Set<String> mayHaveMore = ConcurrentHashMap.newKeySet();

    private final AtomicBoolean ticking = new AtomicBoolean();
    private volatile boolean answersLost;
    private volatile boolean looking;
    private volatile boolean stopped;
    private volatile boolean over;

    DeliveryNode(
            Settings.Events settings,
            Supplier<EventTriggers> triggers,
            DataSource database,
            Executor executor,
            ApplicationTimer timer,
            ObserverDelivery.Call observer,
            EventMetrics metrics,
            Traces traces) {
        this.settings = settings;
        this.metrics = metrics;
        this.triggers = triggers;
        this.executor = executor;
        this.timer = timer;
        this.claims = new Claims(database, node, settings.lease());
        this.results = new Results(new ResultLog(database, node), executor, outage, this::written);
        this.webhooks =
                new WebhookDelivery(
                        new WebhookClient(executor),
                        new AddressRule(settings.privateAddresses()),
                        this::answered,
                        traces);
        this.observers = new ObserverDelivery(observer, this::answered);
        this.look = new Coalesced(executor, BETWEEN_LOOKS, this::look);
        this.renewal = new Coalesced(executor, Duration.ZERO, this::renew);
    }

    /** How many events are on their way, or their results are being written, by trigger. */
    Map<String, Integer> inFlight() {
        return inFlight.counts();
    }

    /** Sees to it that the log is looked at; returns at once. */
    void wake() {
        if (!stopped) {
            results.retry();
            look.request();
        }
    }

    private void look() {
        looking = true;
        try {
            if (!stopped) {
                lookAndTake();
            }
        } finally {
            looking = false;
        }
    }

    private void lookAndTake() {
        Map<String, ActiveTrigger> active = triggers.get().active();
        List<Wanted> wanted = wanted(active);
        if (wanted.isEmpty()) {
            return;
        }
        try {
            if (answersLost) {
                claims.giveBackAllBut(inFlight.ids());
                answersLost = false;
            }
            long asked = System.nanoTime();
            List<ClaimedEvent> taken = claims.take(wanted);
            metrics.fetched(taken.size(), System.nanoTime() - asked);
            outage.over();
            if (stopped) {
                claims.giveBack(taken.stream().map(ClaimedEvent::id).toList());
                return;
            }
            dispatch(wanted, taken, active);
        } catch (SQLException e) {
            answersLost = true;
            outage.failed(e);
        }
    }

    private List<Wanted> wanted(Map<String, ActiveTrigger> active) {
        Map<String, Integer> open = inFlight.counts();
        List<Wanted> wanted = new ArrayList<>();
        for (ActiveTrigger trigger : active.values()) {
            int room = room(trigger, open.getOrDefault(trigger.name(), 0));
            if (room > 0) {
                wanted.add(
                        new Wanted(
                                trigger.name(), room, trigger.definition().extensions().ordered()));
            }
        }
        return wanted;
    }

    /** An observer is called once at a time, so that events gather to batches meanwhile. */
    private int room(ActiveTrigger trigger, int open) {
        if (trigger.target() instanceof Target.Observer) {
            return open > 0 ? 0 : settings.batchSize();
        }
        return Math.min(settings.openDeliveries() - open, settings.batchSize());
    }

    private void dispatch(
            List<Wanted> wanted, List<ClaimedEvent> taken, Map<String, ActiveTrigger> active) {
        Map<String, List<Delivery>> byTrigger = new LinkedHashMap<>();
        for (ClaimedEvent event : taken) {
            Delivery delivery = new Delivery(event, active.get(event.trigger()));
            if (inFlight.add(delivery)) {
                metrics.began(event.trigger(), event.ages().queued());
                byTrigger.computeIfAbsent(event.trigger(), t -> new ArrayList<>()).add(delivery);
            }
        }
        for (Wanted one : wanted) {
            List<Delivery> deliveries = byTrigger.getOrDefault(one.trigger(), List.of());
            if (deliveries.size() >= one.room() || one.ordered()) {
                mayHaveMore.add(one.trigger());
            } else {
                mayHaveMore.remove(one.trigger());
            }
        }
        byTrigger.forEach((name, deliveries) -> start(active.get(name), deliveries));
        tickLater();
    }

    /** Each trigger in a task of its own: a slow look-up of a name holds up nobody else. */
    private void start(ActiveTrigger trigger, List<Delivery> deliveries) {
        Runnable task =
                trigger.target() instanceof Target.Observer observer
                        ? () -> observers.deliver(trigger, observer.name(), deliveries)
                        : () -> webhooks.deliver(trigger, deliveries);
        try {
            executor.execute(() -> attempt(task, trigger, deliveries));
        } catch (RejectedExecutionException e) {
            LOG.log(Level.WARNING, "no thread for event trigger {0}: tried again", trigger.name());
            leave(deliveries);
        }
    }

    /** Without this, what a failure left behind would stay taken for as long as the node lives. */
    private void attempt(Runnable task, ActiveTrigger trigger, List<Delivery> deliveries) {
        try {
            task.run();
        } catch (RuntimeException | Error e) {
            LOG.log(Level.ERROR, "event trigger " + trigger.name() + ": tried again", e);
            leave(deliveries.stream().filter(delivery -> !delivery.isSent()).toList());
        }
    }

    /** Leaves events to whoever takes them next. */
    private void leave(List<Delivery> deliveries) {
        deliveries.forEach(delivery -> inFlight.remove(delivery.event()));
        try {
            claims.giveBack(deliveries.stream().map(delivery -> delivery.event().id()).toList());
        } catch (SQLException e) {
            outage.failed(e);
        }
    }

    private void answered(Delivery delivery, String loggedHeaders, Answer answer) {
        if (over && !answer.succeeded()) {
            // It was given back, and its try does not count.
            return;
        }
        ClaimedEvent event = delivery.event();
        var retry = delivery.trigger().definition().retry();
        NextStep next =
                NextStep.after(
                        answer, event.tries(), retry, ThreadLocalRandom.current().nextDouble());
        results.add(
                new Result(UUID.randomUUID(), event, retry.retries(), loggedHeaders, answer, next));
    }

    private void written(List<Result> group) {
        boolean more = false;
        for (Result result : group) {
            inFlight.remove(result.event());
            count(result);
            more |= mayHaveMore.contains(result.event().trigger());
        }
        if (more) {
            wake();
        }
    }

    private void count(Result result) {
        String trigger = result.event().trigger();
        boolean success = result.answer().succeeded();
        ClaimedEvent.Ages ages = result.event().ages();
        metrics.invoked(trigger, success, ages.sinceTaken());
        if (!(result.next() instanceof NextStep.Retry)) {
            metrics.done(trigger, success, ages.age() + ages.sinceTaken());
        }
    }

    /** How many events are on their way. */
    int open() {
        return inFlight.size();
    }

    private void tickLater() {
        if (inFlight.isEmpty() || over || !ticking.compareAndSet(false, true)) {
            return;
        }
        try {
            timer.after(TICK, this::tick);
        } catch (RejectedExecutionException e) {
            ticking.set(false);
            LOG.log(Level.DEBUG, "the server is stopping");
        }
    }

    /** Stays as long as anything is on its way: to schedule each tick costs more than the tick. */
    private void tick() {
        try {
            while (!inFlight.isEmpty() && !over && !Thread.currentThread().isInterrupted()) {
                webhooks.endLate(inFlight.all());
                // Elsewhere: the database may let it wait, and no time-out may wait for that.
                renewal.request();
                LockSupport.parkNanos(TICK.toNanos());
            }
        } finally {
            ticking.set(false);
            tickLater();
        }
    }

    private void renew() {
        List<Delivery> old = inFlight.toRenew(settings.lease().dividedBy(3));
        if (old.isEmpty()) {
            return;
        }
        long now = System.nanoTime();
        try {
            claims.renew(old.stream().map(delivery -> delivery.event().id()).toList());
            old.forEach(delivery -> delivery.renewed(now));
        } catch (SQLException e) {
            outage.failed(e);
        }
    }

    /** Takes nothing more. */
    void takeNoMore() {
        stopped = true;
    }

    @Override
    public String name() {
        return "deliveries";
    }

    /** A look that has begun may take something yet, and gives it back at once. */
    @Override
    public int count() {
        if (over) {
            return 0;
        }
        results.retry();
        int open = inFlight.size();
        return open == 0 && looking ? 1 : open;
    }

    /** Gives back what has not ended: its try does not count, and any node may take it. */
    @Override
    public void leave() {
        over = true;
        if (inFlight.isEmpty()) {
            return;
        }
        Collection<UUID> left = inFlight.ids();
        try {
            claims.giveBack(left);
            LOG.log(Level.INFO, "{0} events are given back to other nodes", left.size());
        } catch (SQLException e) {
            LOG.log(
                    Level.WARNING,
                    "{0} events stay taken until their lease ends: {1}",
                    left.size(),
                    e.getMessage());
        }
    }

    /**
     * Takes nothing more, waits for what is on its way, and gives back the rest; nothing, when that
     * has been done.
     *
     * @param patience how long it waits
     */
    void stop(Duration patience) {
        takeNoMore();
        if (over) {
            return;
        }
        long end = System.nanoTime() + patience.toNanos();
        while (count() > 0 && System.nanoTime() < end) {
            LockSupport.parkNanos(STOP_POLL_NANOS);
        }
        leave();
    }
}
