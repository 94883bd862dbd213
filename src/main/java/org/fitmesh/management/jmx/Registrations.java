package org.fitmesh.management.jmx;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import javax.management.InstanceAlreadyExistsException;
import javax.management.InstanceNotFoundException;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/**
 * The MBeans of one deployment in the server. A refusal is told in the log, once for each bean, and
 * tried again with the next change.
 */
final class Registrations {
    private static final Logger LOG = System.getLogger(Registrations.class.getName());

    private final MBeanServer server;
    private final Set<ObjectName> registered = new HashSet<>();
    private final Set<ObjectName> refused = new HashSet<>();
    private boolean closed;

    Registrations(MBeanServer server) {
        this.server = server;
    }

    /**
     * Registers what is missing, and unregisters what is not wanted any more. A bean of a name that
     * is registered stays. Does nothing after {@link #close}.
     */
    synchronized void set(Map<ObjectName, Supplier<OpenBean>> wanted) {
        if (closed) {
            return;
        }
        Set<ObjectName> gone = new TreeSet<>(registered);
        gone.removeAll(wanted.keySet());
        gone.forEach(this::unregister);
        refused.retainAll(wanted.keySet());
        wanted.forEach(this::register);
    }

    private void register(ObjectName name, Supplier<OpenBean> bean) {
        if (registered.contains(name)) {
            return;
        }
        try {
            server.registerMBean(bean.get(), name);
            registered.add(name);
            refused.remove(name);
        } catch (InstanceAlreadyExistsException e) {
            tell(name, "another deployment has that name: give one of them another context root");
        } catch (JMException | RuntimeException e) {
            tell(name, e.toString());
        }
    }

    private void tell(ObjectName name, String reason) {
        if (refused.add(name)) {
            LOG.log(Level.WARNING, "no MBean {0}: {1}", name, reason);
        }
    }

    private void unregister(ObjectName name) {
        registered.remove(name);
        try {
            server.unregisterMBean(name);
        } catch (InstanceNotFoundException e) {
            LOG.log(Level.DEBUG, "somebody else has unregistered {0}", name);
        } catch (JMException | RuntimeException e) {
            LOG.log(Level.WARNING, "the MBean {0} cannot be unregistered: {1}", name, e);
        }
    }

    /** Unregisters all of them, for good. */
    synchronized void close() {
        closed = true;
        new TreeSet<>(registered).forEach(this::unregister);
    }
}
