package org.fitmesh.lifecycle;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import org.fitmesh.config.DatabaseContact;
import org.fitmesh.config.RegisteredDrivers;

/**
 * Stops the node's work when the server stops the application. On Payara this comes before beans,
 * timers and the data source go, and requests that are under way are still answered.
 */
@WebListener
public class LifecycleListener implements ServletContextListener {
    private static final System.Logger LOG = System.getLogger(LifecycleListener.class.getName());

    @Inject private Lifecycle lifecycle;
    @Inject private Event<Stopped> stopped;

    private TerminationSignal signal;

    @Override
    public void contextInitialized(ServletContextEvent event) {
        signal = new TerminationSignal(lifecycle::drain);
        signal.install();
    }

    @Override
    public void contextDestroyed(ServletContextEvent event) {
        if (signal != null) {
            signal.remove();
        }
        lifecycle.stop();
        leaveDatabase();
        removeDrivers();
    }

    /** Who asked for a connection afterwards would make the server set up the pool again. */
    private void leaveDatabase() {
        try {
            stopped.fire(new Stopped());
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "somebody has not let go of the database", e);
        }
        DatabaseContact.ofApplication().end();
    }

    private static void removeDrivers() {
        try {
            RegisteredDrivers.remove();
        } catch (SQLException e) {
            LOG.log(Level.WARNING, "a driver stays, and the application's classes with it", e);
        }
    }
}
