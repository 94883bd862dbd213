package org.fitmesh.event.capture;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.fitmesh.config.FitmeshDatabase;
import org.fitmesh.config.Settings;
import org.fitmesh.event.EventTriggers;
import org.fitmesh.event.EventTriggersInForce;
import org.fitmesh.metadata.Inconsistency;

/** Keeps the capture triggers of the database as the snapshot in force wants them. */
@ApplicationScoped
public class Capture {
    private static final Logger LOG = System.getLogger(Capture.class.getName());

    @Inject @FitmeshDatabase private DataSource dataSource;

    private EventTriggersInForce inForce;
    private boolean stringifyNumbers;
    private volatile List<Inconsistency> inconsistencies = List.of();

    /** For the container. */
    public Capture() {}

    @Inject
    public Capture(Settings settings, EventTriggersInForce inForce) {
        this(null, settings.api().stringifyNumericTypes(), inForce);
    }

    /** Outside a container. */
    Capture(DataSource dataSource, boolean stringifyNumbers, EventTriggersInForce inForce) {
        this.dataSource = dataSource;
        this.stringifyNumbers = stringifyNumbers;
        this.inForce = inForce;
    }

    /**
     * Makes the triggers of the database those of a snapshot that comes into force; those that are
     * not wanted any more are dropped. In the open transaction of the connection, which the caller
     * commits.
     *
     * @throws SQLException when the database cannot be asked
     */
    public synchronized void synchronise(Connection connection, EventTriggers triggers)
            throws SQLException {
        CaptureTriggers.Outcome outcome =
                CaptureTriggers.run(connection, triggers.captured(), stringifyNumbers, true);
        for (Deviation made : outcome.repaired()) {
            LOG.log(Level.INFO, "made the trigger {0} on {1}", made.name(), made.table());
        }
        outcome.refused().forEach(Capture::warn);
        inconsistencies = outcome.refused();
    }

    /**
     * The same for triggers that may never come into force: tells what PostgreSQL refuses of them,
     * and what {@link #inconsistencies} tells stays until {@link #use}.
     *
     * @throws SQLException when the database cannot be asked
     */
    public List<Inconsistency> attempt(Connection connection, EventTriggers triggers)
            throws SQLException {
        return CaptureTriggers.synchronise(connection, triggers.captured(), stringifyNumbers, true);
    }

    /**
     * The triggers of an {@link #attempt} that was committed came into force.
     *
     * @param refused what the attempt told
     */
    public synchronized void use(List<Inconsistency> refused) {
        refused.forEach(Capture::warn);
        inconsistencies = List.copyOf(refused);
    }

    /**
     * Repairs what somebody has dropped, disabled or changed in the database. Nothing is done while
     * a node changes the metadata, or has changed it and this node is about to load it; what is not
     * wanted stays. When the database cannot be reached, what was found before stays until the next
     * time.
     */
    public synchronized void check() {
        EventTriggersInForce.Versioned wanted = inForce.versioned();
        if (!wanted.triggers().captureAnything()) {
            return;
        }
        try {
            repair(wanted).ifPresent(this::tell);
        } catch (SQLException e) {
            LOG.log(
                    Level.WARNING,
                    "the triggers that capture events were not checked, tried again: {0}",
                    e.getMessage());
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "the triggers that capture events were not checked", e);
        }
    }

    /**
     * What the last look at the database found: triggers that PostgreSQL refuses, and those that
     * were not in order then. They are repaired, but changes may have passed unseen.
     */
    public List<Inconsistency> inconsistencies() {
        return inconsistencies;
    }

    private void tell(CaptureTriggers.Outcome outcome) {
        List<Inconsistency> found = new ArrayList<>(outcome.refused());
        outcome.repaired().forEach(deviation -> found.add(loss(deviation)));
        found.forEach(Capture::warn);
        inconsistencies = List.copyOf(found);
    }

    private Optional<CaptureTriggers.Outcome> repair(EventTriggersInForce.Versioned wanted)
            throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try {
                if (!StoredVersion.hold(connection, wanted.version())) {
                    return Optional.empty();
                }
                CaptureTriggers.Outcome outcome =
                        CaptureTriggers.run(
                                connection, wanted.triggers().captured(), stringifyNumbers, false);
                connection.commit();
                return Optional.of(outcome);
            } finally {
                // of a transaction that has failed, nothing may stay with a pooled connection
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }

    private static Inconsistency loss(Deviation repaired) {
        String state =
                switch (repaired.state()) {
                    case MISSING -> "was missing";
                    case DISABLED -> "was disabled";
                    case CHANGED -> "had been changed";
                };
        return new Inconsistency(
                "event_trigger",
                repaired.eventTrigger(),
                "the trigger "
                        + repaired.name()
                        + " on "
                        + repaired.table()
                        + " "
                        + state
                        + " and has been made again: changes may have passed unseen; find out who"
                        + " changes triggers, this goes with the next check");
    }

    private static void warn(Inconsistency found) {
        LOG.log(Level.WARNING, "event trigger {0}: {1}", found.name(), found.reason());
    }
}
