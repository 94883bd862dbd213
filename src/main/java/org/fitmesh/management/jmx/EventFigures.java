package org.fitmesh.management.jmx;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import javax.sql.DataSource;
import org.fitmesh.config.FitmeshDatabase;
import org.fitmesh.event.EventsCaptured;
import org.fitmesh.event.log.DeliveryPause;
import org.fitmesh.event.log.EventCounts;

/**
 * The event log as consoles show it: counted when somebody asks, at most every five seconds,
 * however many attributes and consoles ask.
 */
@ApplicationScoped
class EventFigures {
    private static final Logger LOG = System.getLogger(EventFigures.class.getName());
    private static final long KEPT_NANOS = Duration.ofSeconds(5).toNanos();

    @Inject @FitmeshDatabase private DataSource dataSource;

    @Inject private Event<EventsCaptured> wake;

    private Figures last;
    private long readAt;

    /**
     * What was counted.
     *
     * @param paused triggers and since when; {@link DeliveryPause#ALL} for all
     */
    record Figures(EventCounts counts, Map<String, Instant> paused, Instant at) {}

    /**
     * The figures of the last five seconds.
     *
     * @throws SQLException when the database cannot be asked
     */
    synchronized Figures read() throws SQLException {
        if (last == null || System.nanoTime() - readAt > KEPT_NANOS) {
            try (Connection connection = dataSource.getConnection()) {
                Map<String, Instant> paused = new DeliveryPause(connection).paused();
                last = new Figures(EventCounts.read(connection), paused, Instant.now());
                readAt = System.nanoTime();
            }
        }
        return last;
    }

    /** The next who asks sees what was just done. */
    synchronized void outdate() {
        last = null;
    }

    /** Warns of a pause that somebody may have forgotten. */
    void tellWhatIsPaused() {
        try (Connection connection = dataSource.getConnection()) {
            for (String trigger : new DeliveryPause(connection).paused().keySet()) {
                LOG.log(
                        Level.WARNING,
                        "delivery of {0} is paused: resumeDelivery of the MBean ends that"
                                + " (docs/jmx.md)",
                        named(trigger));
            }
        } catch (SQLException e) {
            LOG.log(Level.DEBUG, "nobody knows whether delivery is paused", e);
        }
    }

    /** See {@link DeliveryPause#pause}. */
    boolean pause(String trigger) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            boolean changed = new DeliveryPause(connection).pause(trigger);
            LOG.log(Level.INFO, "by JMX: delivery of {0} is paused on all nodes", named(trigger));
            return changed;
        } finally {
            outdate();
        }
    }

    /** See {@link DeliveryPause#resume}. */
    boolean resume(String trigger) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            boolean changed = new DeliveryPause(connection).resume(trigger);
            LOG.log(Level.INFO, "by JMX: delivery of {0} goes on", named(trigger));
            wake.fire(new EventsCaptured());
            return changed;
        } finally {
            outdate();
        }
    }

    private static String named(String trigger) {
        return trigger.equals(DeliveryPause.ALL) ? "all events" : "event trigger " + trigger;
    }
}
