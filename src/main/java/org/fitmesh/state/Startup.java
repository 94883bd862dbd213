package org.fitmesh.state;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import javax.sql.DataSource;
import org.fitmesh.concurrent.ApplicationTimer;
import org.fitmesh.config.Application;
import org.fitmesh.config.FitmeshDatabase;
import org.fitmesh.config.Settings;
import org.fitmesh.event.observe.ObservedEntities;
import org.flywaydb.core.api.FlywayException;

/**
 * Brings the node to work: migrations, then the first snapshot. Done in the background, so that the
 * application deploys while PostgreSQL is away; tried again until it is there.
 */
@Singleton
@jakarta.ejb.Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class Startup {
    private static final Logger LOG = System.getLogger(Startup.class.getName());
    private static final Duration RETRY = Duration.ofSeconds(2);

    @Inject @FitmeshDatabase private DataSource dataSource;

    @Resource private ManagedThreadFactory container;

    @Inject private Settings settings;
    @Inject private ObservedEntities observedEntities;
    @Inject private Snapshots snapshots;
    @Inject private DatabaseWatch watch;

    private final RareLog log = new RareLog(LOG);
    private ApplicationTimer timer;
    private volatile boolean over;

    @PostConstruct
    void begin() {
        watch.start();
        timer = ApplicationTimer.ofThreads(container, "start");
        timer.after(Duration.ZERO, this::attempt);
    }

    private void attempt() {
        if (over) {
            return;
        }
        try {
            Migrations.run(dataSource, settings.application() == Application.FIT);
            observedEntities.install();
            snapshots.load();
        } catch (FlywayException | SQLException e) {
            log.warn(
                    "not ready, tried again every "
                            + RETRY.toSeconds()
                            + " s: "
                            + String.valueOf(e.getMessage()).strip());
            again();
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "not ready, tried again in " + RETRY.toSeconds() + " s", e);
            again();
        }
    }

    @PreDestroy
    void end() {
        over = true;
        timer.end();
        watch.stop();
    }

    private void again() {
        if (over) {
            return;
        }
        try {
            timer.after(RETRY, this::attempt);
        } catch (RejectedExecutionException e) {
            LOG.log(Level.DEBUG, "the server is stopping");
        }
    }
}
