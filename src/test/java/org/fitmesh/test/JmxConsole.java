package org.fitmesh.test;

import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.management.JMException;
import javax.management.MBeanInfo;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;
import javax.management.openmbean.CompositeData;
import javax.management.openmbean.TabularData;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/**
 * Fitmesh's MBeans in the process of a server, seen as VisualVM does: attached to the process, with
 * no class of Fitmesh.
 */
record JmxConsole(JMXConnector connector, MBeanServerConnection server) implements AutoCloseable {

    /** Attaches to a server's process, as its own user. */
    @SuppressWarnings("BanJNDI") // the address comes from the process itself
    static JmxConsole attach(ProcessHandle process) throws IOException {
        try {
            VirtualMachine machine = VirtualMachine.attach(Long.toString(process.pid()));
            try {
                JMXServiceURL address = new JMXServiceURL(machine.startLocalManagementAgent());
                JMXConnector connector = JMXConnectorFactory.connect(address);
                return new JmxConsole(connector, connector.getMBeanServerConnection());
            } finally {
                machine.detach();
            }
        } catch (AttachNotSupportedException e) {
            throw new IOException(e);
        }
    }

    /** The names of all beans below {@code org.fitmesh}, without that domain. */
    Set<String> names() throws IOException, JMException {
        Set<String> names = new TreeSet<>();
        for (ObjectName name : server.queryNames(new ObjectName("org.fitmesh:*"), null)) {
            names.add(name.getKeyPropertyListString());
        }
        return names;
    }

    MBeanInfo info(String name) throws IOException, JMException {
        return server.getMBeanInfo(named(name));
    }

    Object get(String name, String attribute) throws IOException, JMException {
        return server.getAttribute(named(name), attribute);
    }

    long number(String name, String attribute) throws IOException, JMException {
        return ((Number) get(name, attribute)).longValue();
    }

    /** The rows of an attribute that is a table. */
    List<CompositeData> rows(String name, String attribute) throws IOException, JMException {
        return rows(get(name, attribute));
    }

    static List<CompositeData> rows(Object table) {
        List<CompositeData> rows = new ArrayList<>();
        ((TabularData) table).values().forEach(row -> rows.add((CompositeData) row));
        return rows;
    }

    /** Runs an operation whose parameters are texts. */
    Object invoke(String name, String operation, String... arguments)
            throws IOException, JMException {
        String[] signature = new String[arguments.length];
        Arrays.fill(signature, String.class.getName());
        return server.invoke(named(name), operation, arguments, signature);
    }

    private static ObjectName named(String properties) throws JMException {
        return new ObjectName("org.fitmesh:" + properties);
    }

    @Override
    public void close() throws IOException {
        connector.close();
    }
}
