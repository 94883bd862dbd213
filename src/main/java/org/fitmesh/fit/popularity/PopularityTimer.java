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
import java.net.URI;
import java.net.URISyntaxException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.fitmesh.config.Application;
import org.fitmesh.config.DatabasePool;
import org.fitmesh.config.Secret;
import org.fitmesh.config.Settings;

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
    private static final String ENDPOINT = "HYGRAPH_ENDPOINT";
    private static final String TOKEN = "HYGRAPH_FULL_ACCESS_TOKEN";

    /** Of the wait for an answer, and of its reading; {@link PushTurn#LEASE} is longer than all. */
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private static final String PUSH = "push";
    private static final String FORGET = "forget";
    private static final Duration FORGET_INTERVAL = Duration.ofMinutes(1);
    private static final int FORGET_BATCH = 1000;

    @Resource private TimerService timers;

    @Resource(lookup = DatabasePool.NAME)
    private DataSource database;

    @Inject private Settings settings;

    private final AtomicBoolean busy = new AtomicBoolean();
    private HygraphClient client;
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
        Optional<URI> address = settings.lookup(ENDPOINT).flatMap(PopularityTimer::address);
        if (address.isEmpty()) {
            LOG.log(
                    Level.INFO,
                    "popularity is counted, not pushed: {0} is no http or https URL, or not set",
                    ENDPOINT);
            return;
        }
        client = new HygraphClient(address.get(), settings.lookup(TOKEN).map(Secret::new), TIMEOUT);
        pusher =
                new PopularityPusher(
                        database,
                        new PushTurn(database, UUID.randomUUID()),
                        client,
                        settings.popularity().requestsPerSecond());
        schedule(settings.popularity().interval(), PUSH);
    }

    @Timeout
    void tick(Timer timer) {
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
            client.close();
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

    private static Optional<URI> address(String text) {
        try {
            URI uri = new URI(text.strip());
            boolean http = String.valueOf(uri.getScheme()).matches("(?i)https?");
            return Optional.of(uri).filter(u -> http && u.getHost() != null);
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
