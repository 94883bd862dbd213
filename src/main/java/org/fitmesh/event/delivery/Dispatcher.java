package org.fitmesh.event.delivery;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Map;
import javax.sql.DataSource;
import org.fitmesh.concurrent.ApplicationThreads;
import org.fitmesh.concurrent.ApplicationTimer;
import org.fitmesh.concurrent.Workers;
import org.fitmesh.config.FitmeshDatabase;
import org.fitmesh.config.Settings;
import org.fitmesh.event.EventTriggersInForce;
import org.fitmesh.event.EventsCaptured;
import org.fitmesh.lifecycle.Stopped;
import org.fitmesh.lifecycle.Stopping;
import org.fitmesh.telemetry.metric.EventMetrics;
import org.fitmesh.telemetry.trace.Traces;

/** Delivers events as soon as somebody says that there may be some. */
@ApplicationScoped
public class Dispatcher {
    private static final Logger LOG = System.getLogger(Dispatcher.class.getName());

    private static final String COMMON_POOL =
            "java.util.concurrent.ForkJoinPool.common.parallelism";

    /** Tasks may wait for the database or for the address of a name. */
    private static final int THREADS = 64;

    /** For what the node's stop has not waited for. */
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(3);

    @Inject @FitmeshDatabase private DataSource dataSource;

    @Resource private ManagedThreadFactory container;

    @Inject private Settings settings;
    @Inject private EventTriggersInForce triggers;
    @Inject private ObserverTransaction observers;
    @Inject private EventMetrics metrics;
    @Inject private Traces traces;

    private ApplicationTimer timer;
    private DeliveryNode node;
    private EventListener listener;

    @PostConstruct
    void prepare() {
        timer = ApplicationTimer.ofOneThread(container, "ticks");
        node =
                new DeliveryNode(
                        settings.events(),
                        triggers::get,
                        dataSource,
                        new Workers(new ApplicationThreads(container, "events"), THREADS),
                        timer,
                        observers::tell,
                        metrics,
                        traces);
        metrics.workers(node::open);
        listener = new EventListener(dataSource, this::wake);
    }

    /** Begins to listen to what other nodes write. */
    void start() {
        if (Runtime.getRuntime().availableProcessors() < 3
                && System.getProperty(COMMON_POOL) == null) {
            LOG.log(
                    Level.INFO,
                    "the JDK starts a thread for each webhook delivery on one or two processors;"
                            + " -D{0}=2 saves that",
                    COMMON_POOL);
        }
        listener.start(new ApplicationThreads(container, "listener"));
    }

    /** Looks at the log soon, once for all who ask meanwhile; returns at once. */
    public void wake() {
        node.wake();
    }

    /** How many events this node has on their way, by trigger. */
    public Map<String, Integer> inFlight() {
        return node.inFlight();
    }

    void onCapture(@Observes EventsCaptured captured) {
        wake();
    }

    /** Other nodes deliver from now on. */
    void onStop(@Observes Stopping stopping) {
        listener.stop();
        node.takeNoMore();
        stopping.waitFor(node);
    }

    void onStopped(@Observes Stopped event) {
        listener.stop();
        listener.awaitEnd();
    }

    /** Ends what is under way, within some seconds. */
    void stop() {
        listener.stop();
        node.stop(STOP_PATIENCE);
        timer.end();
        listener.awaitEnd();
    }
}
