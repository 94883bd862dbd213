package org.fitmesh.event.observe;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;

/** Puts triggers back that somebody dropped, with a table for instance. */
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
public class TriggerCheck {
    private static final Logger LOG = System.getLogger(TriggerCheck.class.getName());

    @Inject private ObservedEntities entities;

    @Schedule(hour = "*", minute = "*", second = "15", persistent = false)
    void check() {
        // Before the start has succeeded there is nothing to keep.
        if (!entities.any()) {
            return;
        }
        try {
            entities.install();
        } catch (SQLException | RuntimeException e) {
            // The container gives up a timer whose method throws.
            LOG.log(Level.DEBUG, "triggers are checked again in a minute", e);
        }
    }
}
