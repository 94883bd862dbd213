package org.fitmesh.lifecycle;

import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;

/**
 * Stops the node's work when the server stops the application. On Payara this comes before beans,
 * timers and the data source go, and requests that are under way are still answered.
 */
@WebListener
public class LifecycleListener implements ServletContextListener {
    @Inject private Lifecycle lifecycle;

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
    }
}
