package org.fitmesh.testapp.failing;

import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.management.ManagementFactory;
import javax.management.MalformedObjectNameException;
import javax.management.ObjectName;

/** Fails when the rest of the application has begun. */
@WebListener
public class FailingListener implements ServletContextListener {
    private static final Logger LOG = System.getLogger(FailingListener.class.getName());

    @Override
    public void contextInitialized(ServletContextEvent event) {
        try {
            int beans =
                    ManagementFactory.getPlatformMBeanServer()
                            .queryNames(new ObjectName("org.fitmesh:*"), null)
                            .size();
            LOG.log(Level.INFO, "MBeans before the start fails: {0}", beans);
        } catch (MalformedObjectNameException e) {
            throw new IllegalStateException(e);
        }
        throw new IllegalStateException("the start of this application fails");
    }
}
