package org.fitmesh.event.log;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.fitmesh.config.FitmeshDatabase;
import org.fitmesh.config.Settings;
import org.fitmesh.event.EventTriggersInForce;

/**
 * Removes events that are through and old, with their invocations. In small batches, each its own
 * transaction, which pass over rows that anybody else has: deliveries never wait for it, and that
 * several nodes do it at once does no harm.
 */
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
public class Retention {
    private static final Logger LOG = System.getLogger(Retention.class.getName());

    /** Leaves the rest to the next minute, so that no node is at it for hours. */
    private static final Duration LONGEST = Duration.ofSeconds(40);

    @Inject @FitmeshDatabase private DataSource dataSource;

    @Inject private Settings settings;
    @Inject private EventTriggersInForce triggers;

    private boolean failing;

    /** For the container. */
    public Retention() {}

    /** Outside a container. */
    Retention(DataSource dataSource, Settings settings, EventTriggersInForce triggers) {
        this.dataSource = dataSource;
        this.settings = settings;
        this.triggers = triggers;
    }

    /** The container's timer. */
    @Schedule(second = "30", minute = "*", hour = "*", persistent = false)
    void removeOld() {
        if (!triggers.known()) {
            return;
        }
        try (Connection connection = dataSource.getConnection()) {
            EventRemoval removal = new EventRemoval(connection);
            long end = System.nanoTime() + LONGEST.toNanos();
            int removed =
                    removeAll(end, () -> removal.delivered(settings.events().keepDelivered()));
            removed += removeAll(end, () -> removal.failed(settings.events().keepFailed()));
            if (removed > 0) {
                LOG.log(Level.INFO, "removed {0} old events from the log", removed);
            }
            failing = false;
        } catch (SQLException | RuntimeException e) {
            // The container gives up a timer whose method throws.
            LOG.log(
                    failing ? Level.DEBUG : Level.WARNING,
                    "old events cannot be removed from the log, tried again each minute",
                    e);
            failing = true;
        }
    }

    private interface Batch {
        int remove() throws SQLException;
    }

    private static int removeAll(long end, Batch batch) throws SQLException {
        int removed = 0;
        int last = EventRemoval.BATCH;
        while (last == EventRemoval.BATCH && System.nanoTime() < end) {
            last = batch.remove();
            removed += last;
        }
        return removed;
    }
}
