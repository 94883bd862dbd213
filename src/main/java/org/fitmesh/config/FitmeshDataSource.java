package org.fitmesh.config;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.PooledConnection;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.postgresql.ds.PGConnectionPoolDataSource;

/**
 * PostgreSQL, at the address that the settings name. The server's pool makes one of these and asks
 * it for connections.
 *
 * <p>It is a {@link javax.sql.ConnectionPoolDataSource} because such connections tell the pool when
 * they broke: after a restart of the database the pool drops them, and nobody pays for a test query
 * before each request.
 */
public class FitmeshDataSource extends PGConnectionPoolDataSource {
    private static final long serialVersionUID = 1L;

    private static final String MISSING =
            "No database: set HASURA_GRAPHQL_DATABASE_URL (or DATABASE_URL) to"
                    + " postgres://user:password@host:5432/database";

    /** Those that the pools of this application have made. */
    private static final PhysicalConnections MADE = new PhysicalConnections();

    /**
     * What suits the engine: its statements repeat with the same text, so they are prepared on the
     * server at once. The timeouts are in seconds.
     */
    private static final String DEFAULTS =
            "ApplicationName=fitmesh&tcpKeepAlive=true&connectTimeout=2&prepareThreshold=1";

    /** Of the time for connecting, what is left for the answer that it has failed. */
    private static final double TO_TELL_SECONDS = 0.25;

    /** {@code socketTimeout} of the address; 0: a statement may take any time. */
    private int silenceSeconds;

    private final String problem;

    /** Reads the settings; what is wrong with them is told by the first connection asked for. */
    public FitmeshDataSource() {
        this.problem = configure();
    }

    private static Settings.Database settings() {
        Config config = ConfigProvider.getConfig();
        return SettingsReader.read(name -> config.getOptionalValue(name, String.class)).database();
    }

    /** Answers what is wrong, or an empty text. */
    private String configure() {
        try {
            Optional<DatabaseUrl> address = settings().url();
            address.ifPresent(this::use);
            return address.isPresent() ? "" : MISSING;
        } catch (InvalidSettingException e) {
            return e.getMessage();
        }
    }

    private void use(DatabaseUrl address) {
        setUrl(withDefaults(address.jdbcUrl()));
        silenceSeconds = getSocketTimeout();
        if (silenceSeconds == 0) {
            setSocketTimeout(getConnectTimeout());
        }
        address.user().ifPresent(this::setUser);
        address.password().map(Secret::reveal).ifPresent(this::setPassword);
    }

    /** The driver takes the last of two values: what the setting says wins. */
    static String withDefaults(String jdbcUrl) {
        String[] parts = jdbcUrl.split("\\?", 2);
        String given = parts.length == 1 || parts[1].isEmpty() ? "" : "&" + parts[1];
        return parts[0] + "?" + DEFAULTS + given;
    }

    @Override
    public PooledConnection getPooledConnection() throws SQLException {
        requireAddress();
        return new OpenPooledConnection(getConnection(), isDefaultAutoCommit());
    }

    /** The pool may hand in the user and password it was configured with, which are none. */
    @Override
    public PooledConnection getPooledConnection(String user, String password) throws SQLException {
        if (user == null || user.isEmpty()) {
            return getPooledConnection();
        }
        requireAddress();
        return new OpenPooledConnection(getConnection(user, password), isDefaultAutoCommit());
    }

    /**
     * A new connection. The driver bounds connecting, but not what PostgreSQL is asked before the
     * connection may be used: that is bounded by the timeout of connecting, too.
     */
    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        DatabaseContact.ofApplication().require();
        Connection connection = super.getConnection(user, password);
        connection.setNetworkTimeout(Runnable::run, silenceSeconds * 1_000);
        MADE.add(connection);
        return connection;
    }

    /**
     * With a bound for the whole of connecting, unless the setting has one: by itself the driver
     * waits for an answer about TLS first, and as long again for one without it.
     */
    @Override
    public String getUrl() {
        return bounded(super.getUrl(), getLoginTimeout(), getConnectTimeout());
    }

    static String bounded(String url, int loginTimeout, int connectTimeout) {
        if (loginTimeout != 0 || connectTimeout == 0) {
            return url;
        }
        return url + "&loginTimeout=" + (connectTimeout - TO_TELL_SECONDS);
    }

    /** Breaks off what waits for an answer of PostgreSQL; idle connections end too. */
    static void abortAll() {
        MADE.abortAll();
    }

    private void requireAddress() throws SQLException {
        if (!problem.isEmpty()) {
            throw new SQLException(problem, "08001");
        }
    }
}
