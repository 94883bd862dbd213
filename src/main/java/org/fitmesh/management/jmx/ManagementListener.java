package org.fitmesh.management.jmx;

import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Begins and ends with the application, and knows where it is deployed. */
@WebListener
public class ManagementListener implements ServletContextListener {
    private static final Logger LOG = System.getLogger(ManagementListener.class.getName());

    @Inject private ManagementBeans beans;
    private boolean begun;

    @Override
    public void contextInitialized(ServletContextEvent event) {
        begun = true;
        try {
            beans.begin(new BeanNames(event.getServletContext().getContextPath()));
        } catch (RuntimeException e) {
            // Nobody's request needs an MBean.
            LOG.log(Level.WARNING, "there are no MBeans", e);
        }
    }

    @Override
    public void contextDestroyed(ServletContextEvent event) {
        if (begun) {
            beans.end();
        }
    }
}
