package org.fitmesh.config;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;

/**
 * The data source that an administrator has set up in the server, with its own pool, credentials
 * and monitoring. Where there is none, the WAR's own is used: {@link DatabasePool}.
 */
public final class ServerDataSource {
    /** JNDI name, of the server and not of an application. */
    public static final String NAME = "jdbc/fitmesh";

    private static final Logger LOG = System.getLogger(ServerDataSource.class.getName());

    private ServerDataSource() {}

    /** Looks it up, which may be done in any thread. */
    @SuppressWarnings("BanJNDI") // the name is ours, and no text of a client
    public static Optional<DataSource> find() {
        try {
            Object bound = InitialContext.doLookup(NAME);
            if (bound instanceof DataSource dataSource) {
                return Optional.of(dataSource);
            }
            LOG.log(Level.WARNING, "{0} of the server is no data source: passed over", NAME);
            return Optional.empty();
        } catch (NamingException e) {
            // The servers throw many kinds of it for a name that nobody has bound.
            LOG.log(Level.DEBUG, "no data source {0} of the server: {1}", NAME, e.getMessage());
            return Optional.empty();
        }
    }
}
