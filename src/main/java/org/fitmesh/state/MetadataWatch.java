package org.fitmesh.state;

import jakarta.ejb.Lock;
import jakarta.ejb.LockType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;

/**
 * Looks whether another node has changed the metadata, one small select: when one has announced it
 * ({@link MetadataStore#CHANNEL}), and each second for what was announced to nobody.
 */
@Singleton
@Lock(LockType.WRITE)
@TransactionManagement(TransactionManagementType.BEAN)
public class MetadataWatch {
    private static final Logger LOG = System.getLogger(MetadataWatch.class.getName());

    @Inject private Snapshots snapshots;

    /** Loads what has changed. For the container's timer. */
    @Schedule(second = "*", minute = "*", hour = "*", persistent = false)
    public void look() {
        attempt(snapshots::refresh);
    }

    /** Loads what has been announced. */
    public void lookAtAnnouncement() {
        attempt(snapshots::refreshAnnounced);
    }

    @FunctionalInterface
    private interface Look {
        void run() throws SQLException;
    }

    private static void attempt(Look look) {
        try {
            look.run();
        } catch (SQLException | RuntimeException e) {
            // Requests tell of a database that is away; here it is looked for again in a second.
            LOG.log(Level.DEBUG, "metadata cannot be looked for", e);
        }
    }
}
