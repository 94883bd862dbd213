package org.fitmesh.config;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;

/** Connections that are to be broken off when PostgreSQL is silent: nobody else ends the wait. */
final class PhysicalConnections {
    private static final Logger LOG = System.getLogger(PhysicalConnections.class.getName());

    private final Set<Connection> known =
            Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

    void add(Connection connection) {
        known.add(connection);
    }

    void remove(Connection connection) {
        known.remove(connection);
    }

    /** Whoever waits for an answer on one of them gets an exception. */
    void abortAll() {
        List<Connection> all;
        synchronized (known) {
            all = List.copyOf(known);
            known.clear();
        }
        for (Connection connection : all) {
            try {
                connection.abort(Runnable::run);
            } catch (SQLException | RuntimeException e) {
                LOG.log(Level.DEBUG, "a connection cannot be broken off", e);
            }
        }
    }
}
