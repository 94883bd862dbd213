package org.fitmesh.catalog;

import java.util.List;
import javax.sql.DataSource;
import org.eclipse.persistence.internal.databaseaccess.Accessor;
import org.eclipse.persistence.internal.databaseaccess.DatabaseAccessor;
import org.eclipse.persistence.internal.databaseaccess.DatasourcePlatform;
import org.eclipse.persistence.sessions.DatasourceLogin;
import org.eclipse.persistence.sessions.JNDIConnector;
import org.eclipse.persistence.sessions.Login;
import org.eclipse.persistence.sessions.Session;
import org.eclipse.persistence.sessions.SessionCustomizer;
import org.eclipse.persistence.sessions.server.ConnectionPool;
import org.eclipse.persistence.sessions.server.ExternalConnectionPool;
import org.eclipse.persistence.sessions.server.ServerSession;
import org.fitmesh.config.GuardedDataSource;
import org.fitmesh.config.ServerDataSource;

/**
 * Keeps EclipseLink from connecting while the application is deployed, so that a database that is
 * down delays the first answer, not the start. Named in {@code persistence.xml} as {@code
 * eclipselink.session.customizer}.
 *
 * <p>It also makes reads take part in transactions: Payara hands EclipseLink a second data source
 * for them, on which a transaction's own writes are not seen and which takes a second connection.
 * And it lets the server's data source take the place of the WAR's own.
 */
public final class ConnectOnFirstUse implements SessionCustomizer {

    @Override
    public void customize(Session session) {
        if (!(session instanceof ServerSession server)) {
            return;
        }
        // A lost connection is tried again three times, by default with pauses of 5 s.
        server.getLogin().setDelayBetweenConnectionAttempts(0);
        ServerDataSource.find()
                .map(GuardedDataSource::ofServer)
                .ifPresent(dataSource -> use(dataSource, server));
        for (ConnectionPool pool : List.copyOf(server.getConnectionPools().values())) {
            if (pool.getLogin().shouldUseExternalConnectionPooling()) {
                server.addConnectionPool(new Pool(pool.getName(), pool.getLogin(), server));
            }
        }
        ConnectionPool read = server.getReadConnectionPool();
        if (read != null && read.getLogin().shouldUseExternalConnectionPooling()) {
            server.setReadConnectionPool(
                    new Pool(read.getName(), server.getDatasourceLogin(), server));
        }
    }

    /** Instead of the one in {@code persistence.xml}, which is the WAR's own. */
    private static void use(DataSource dataSource, ServerSession server) {
        connect(server.getDatasourceLogin(), dataSource);
        server.getConnectionPools().values().forEach(p -> connect(p.getLogin(), dataSource));
    }

    private static void connect(Login login, DataSource dataSource) {
        if (login instanceof DatasourceLogin withConnector) {
            withConnector.setConnector(new JNDIConnector(dataSource));
        }
    }

    /** The server's pool as EclipseLink sees it; its own version connects once to begin with. */
    private static final class Pool extends ExternalConnectionPool {
        Pool(String name, Login login, ServerSession owner) {
            super(name, login, owner);
        }

        @Override
        protected Accessor buildConnection() {
            Unconnected accessor = new Unconnected(getLogin(), getOwner());
            accessor.setPool(this);
            return accessor;
        }
    }

    /** What an accessor is between two uses: it fetches a connection when the next call begins. */
    private static final class Unconnected extends DatabaseAccessor {
        private static final long serialVersionUID = 1L;

        Unconnected(Login login, ServerSession owner) {
            setLogin(login);
            setDatasourcePlatform(
                    (DatasourcePlatform) owner.getDatasourceLogin().getDatasourcePlatform());
        }
    }
}
