package org.fitmesh.fit.popularity;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.Lock;
import jakarta.ejb.LockType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
import jakarta.ejb.Timer;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.fitmesh.config.Application;
import org.fitmesh.config.FitmeshDatabase;
import org.fitmesh.config.Settings;
import org.fitmesh.event.EventTriggersInForce;
import org.fitmesh.fit.hygraph.Hygraph;
import org.fitmesh.fit.hygraph.HygraphClient;
import org.fitmesh.lifecycle.Lifecycle;

/**
 * Pushes popularity to Hygraph from time to time, and forgets counted events that cannot come
 * again. On each node; {@link PushTurn} sees to it that one works at a time.
 */
@Singleton
@Startup
@Lock(LockType.READ)
@TransactionManagement(TransactionManagementType.BEAN)
public class PopularityTimer {
    private static final Logger LOG = System.getLogger(PopularityTimer.class.getName());
    private static final String PUSH = "push";
    private static final String FORGET = "forget";
    private static final Duration FORGET_INTERVAL = Duration.ofMinutes(1);
    private static final int FORGET_BATCH = 1000;

    @Resource private TimerService timers;

    @Inject @FitmeshDatabase private DataSource database;

    @Inject private Settings settings;
    @Inject private Hygraph hygraph;
    @Inject private Lifecycle lifecycle;
    @Inject private EventTriggersInForce triggers;

    private final AtomicBoolean busy = new AtomicBoolean();
    private PopularityPusher pusher;
    private SessionCounter counter;
    private volatile String lastFailure = "";

    @PostConstruct
    void begin() {
        if (settings.application() != Application.FIT) {
            return;
        }
        counter = new SessionCounter(database);
        schedule(FORGET_INTERVAL, FORGET);
        Optional<HygraphClient> client = hygraph.client();
        if (client.isEmpty()) {
            LOG.log(
                    Level.INFO,
                    "popularity is counted, not pushed: {0} is no http or https URL, or not set",
                    Hygraph.ENDPOINT);
            return;
        }
        pusher =
                new PopularityPusher(
                        database,
                        new PushTurn(database, UUID.randomUUID()),
                        client.get(),
                        settings.popularity().requestsPerSecond());
        schedule(settings.popularity().interval(), PUSH);
    }

    @Timeout
    void tick(Timer timer) {
        if (lifecycle.isStopping() || !triggers.known()) {
            return;
        }
        if (timer.getInfo().equals(FORGET)) {
            guarded(this::forget);
        } else if (busy.compareAndSet(false, true)) {
            try {
                guarded(pusher::round);
            } finally {
                busy.set(false);
            }
        }
    }

    @PreDestroy
    void end() {
        if (pusher != null) {
            pusher.stop();
        }
    }

    private interface Work {
        void run() throws SQLException, InterruptedException;
    }

    /** The container ends a timer that fails: nothing may come out of it. */
    private void guarded(Work work) {
        try {
            work.run();
            lastFailure = "";
        } catch (SQLException e) {
            logOnce(String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "popularity: tried again with the next tick", e);
        }
    }

    private void logOnce(String failure) {
        if (!failure.equals(lastFailure)) {
            LOG.log(Level.WARNING, "popularity waits for the database: {0}", failure);
        }
        lastFailure = failure;
    }

    private void forget() throws SQLException {
        Duration kept = settings.events().keepDelivered();
        Duration failed = settings.events().keepFailed();
        int forgotten;
        do {
            forgotten = counter.forget(kept.compareTo(failed) < 0 ? kept : failed, FORGET_BATCH);
        } while (forgotten == FORGET_BATCH);
    }

    private void schedule(Duration interval, String what) {
        timers.createIntervalTimer(
                interval.toMillis(), interval.toMillis(), new TimerConfig(what, false));
    }
}
